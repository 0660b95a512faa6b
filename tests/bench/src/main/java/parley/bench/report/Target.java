package parley.bench.report;

import java.util.List;
import java.util.Optional;
import parley.bench.result.Figure;

/**
 * What the project wants a figure to be.
 *
 * @param atLeast else under
 * @param ofLimit the bound is a share of the figure's limit
 */
record Target(String figure, double bound, boolean atLeast, boolean ofLimit) {

    private static final List<Target> ALL = List.of(
            atLeast("closed loop, 50 pairs, window 1", 10_000),
            atLeast("closed loop, 50 pairs, window 10", 20_000),
            under("open loop, 1,000/s, to ok, p50", 3),
            under("open loop, 1,000/s, to ok, p99", 6.8),
            under("open loop, 5,000/s, to ok, p99", 30),
            atLeast("fan-out 1 to 1,000", 50_000),
            under("idle, 10,000 connections, resident", 21),
            new Target("persister, backlog of 1,000,000, after an outage of the database", 0.5, true, true),
            under("history of 10,000,000 rows, newest page in the database, p99", 5),
            under("history of 10,000,000 rows, page in the middle in the database, p99", 5),
            under("start-up, cold, ready", 8),
            under("start-up, warm, ready", 8));

    private static Target atLeast(String figure, double bound) {
        return new Target(figure, bound, true, false);
    }

    private static Target under(String figure, double bound) {
        return new Target(figure, bound, false, false);
    }

    static Optional<Target> of(Figure figure) {
        return ALL.stream()
                .filter(target -> target.figure.equals(figure.name()))
                .findFirst();
    }

    /** @param ratio of the figure to its limit; only where the target is a share of it */
    boolean isMet(Figure figure, double ratio) {
        double value = ofLimit ? ratio : figure.value();
        return atLeast ? value >= bound : value < bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "at least " : "under ") + Numbers.text(bound) + (ofLimit ? " of its limit" : "");
    }
}
