package parley.faults.report;

import java.util.List;
import parley.cluster.report.Table;

/** The part of a run's result that {@code SEED.json} holds, from which {@link Summary} is made. */
record RunSummary(
        long seed,
        String began,
        String command,
        String machine,
        String load,
        long tookSeconds,
        boolean holds,
        long sent,
        long acknowledged,
        long unacknowledged,
        long repeats,
        long logged,
        long lost,
        long doubled,
        long reordered,
        long diverged,
        long unknown,
        long violations,
        long compared,
        long perSecond,
        long p50,
        long p99,
        long largestLag,
        List<Recovery> recoveries,
        During during) {

    static RunSummary of(RunResult run) {
        var verdict = run.verdict();
        var counts = verdict.counts();
        return new RunSummary(
                run.seed(),
                run.began().toString(),
                run.command(),
                run.machine(),
                run.load(),
                run.took().toSeconds(),
                verdict.holds(),
                counts.sent(),
                counts.acknowledged(),
                counts.unacknowledged(),
                counts.repeats(),
                counts.logged(),
                verdict.lost(),
                verdict.duplicated(),
                verdict.reordered(),
                verdict.diverged(),
                verdict.unknown(),
                verdict.found().values().stream().mapToLong(Integer::longValue).sum(),
                counts.compared(),
                run.meanAcknowledged(),
                run.latency().p50(),
                run.latency().p99(),
                run.largest(Sample::lag),
                run.recoveries(),
                run.during());
    }

    static Table table(List<RunSummary> runs) {
        return new Table(
                "Runs",
                List.of(
                        "seed",
                        "took",
                        "sent",
                        "acknowledged",
                        "records",
                        "per second",
                        "p50 / p99",
                        "largest lag",
                        "faults",
                        "lost / duplicated / reordered / diverged / unknown",
                        "violations"),
                runs.stream().map(RunSummary::row).toList());
    }

    private List<String> row() {
        return List.of(
                Long.toString(seed),
                Format.number(tookSeconds) + " s",
                Format.number(sent),
                Format.number(acknowledged),
                Format.number(logged),
                Format.number(perSecond),
                p50 + " / " + p99 + " ms",
                Format.number(largestLag),
                Format.number(recoveries.size()),
                "%d / %d / %d / %d / %d".formatted(lost, doubled, reordered, diverged, unknown),
                Format.number(violations));
    }
}
