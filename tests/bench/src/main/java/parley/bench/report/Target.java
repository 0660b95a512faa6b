package parley.bench.report;

import java.util.List;
import java.util.Optional;
import parley.bench.result.Figure;

/**
 * The value that the project wants a figure to reach. Where the run measures a limit, the bound is a share of that limit,
 * so that it means the same on every machine. Memory and history pages have no such limit; their bounds are absolute.
 *
 * @param atLeast false: the figure must stay below the bound
 * @param ofLimit the bound is a share of the figure's limit
 */
record Target(String figure, double bound, boolean atLeast, boolean ofLimit) {

    private static final List<Target> ALL = List.of(
            share("closed loop, 50 pairs, window 1", 0.07),
            share("closed loop, 50 pairs, window 10", 0.08),
            share("open loop, a tenth of the throughput, to ok, p50", 0.33),
            share("open loop, a tenth of the throughput, to ok, p99", 0.33),
            share("fan-out 1 to 1,000", 0.3),
            under("idle, 10,000 connections, resident", 21),
            share("persister, backlog of 1,000,000, after an outage of the database", 0.5),
            under("history of 10,000,000 rows, newest page in the database, p99", 5),
            under("history of 10,000,000 rows, page in the middle in the database, p99", 5),
            share("start-up, cold, ready", 0.43),
            share("start-up, warm, ready", 0.43));

    private static Target share(String figure, double ofLimit) {
        return new Target(figure, ofLimit, true, true);
    }

    private static Target under(String figure, double bound) {
        return new Target(figure, bound, false, false);
    }

    static Optional<Target> of(Figure figure) {
        return ALL.stream()
                .filter(target -> target.figure.equals(figure.name()))
                .findFirst();
    }

    /**
     * @param ratio of the figure to its limit, or null where the run did not measure the limit
     * @return empty where the target is a share of a limit that was not measured
     */
    Optional<Boolean> isMet(Figure figure, Double ratio) {
        if (ofLimit && ratio == null) return Optional.empty();
        double value = ofLimit ? ratio : figure.value();
        return Optional.of(atLeast ? value >= bound : value < bound);
    }

    @Override
    public String toString() {
        return (atLeast ? "at least " : "under ") + Numbers.text(bound) + (ofLimit ? " of its limit" : "");
    }
}
