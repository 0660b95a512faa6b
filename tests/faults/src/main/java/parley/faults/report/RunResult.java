package parley.faults.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import parley.cluster.report.Machine;
import parley.faults.model.History;
import parley.faults.model.Seconds;
import parley.faults.model.Verdict;
import parley.faults.report.Timeline.Mark;

/**
 * The result of a run.
 *
 * @param command repeats the run
 * @param load a description of the clients
 * @param recoveries one for each injected fault
 * @param phases of the run, as far as they have ended
 * @param latency over the whole run
 * @param counts what the clients counted
 */
public record RunResult(
        long seed,
        String command,
        String machine,
        String load,
        Instant began,
        Duration took,
        Verdict verdict,
        List<Recovery> recoveries,
        During during,
        List<Sample> samples,
        List<Mark> marks,
        Phases phases,
        Seconds.Second latency,
        Map<String, Long> refused,
        Map<String, Long> counts) {

    public static RunResult of(
            long seed,
            String command,
            Object load,
            History history,
            Verdict verdict,
            Timeline timeline,
            List<Recovery> recoveries,
            During during,
            Phases phases) {
        var began = Instant.ofEpochMilli(history.beganMillis());
        return new RunResult(
                seed,
                command,
                Machine.described(),
                load.toString(),
                began,
                Duration.between(began, Instant.now()),
                verdict,
                List.copyOf(recoveries),
                during,
                timeline.samples(),
                timeline.marks(),
                phases,
                history.seconds().all(),
                history.refusals(),
                history.counts());
    }

    long largest(ToLongFunction<Sample> value) {
        return samples.stream().mapToLong(value).max().orElse(0);
    }

    long meanAcknowledged() {
        return Math.round(
                samples.stream().mapToInt(Sample::acknowledged).average().orElse(0));
    }
}
