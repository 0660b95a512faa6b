package parley.bench.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.bench.cost.Costs;
import parley.bench.result.Results;
import parley.bench.result.Results.Series;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;

/** The persister from the first row that it stores until nothing is left to store; what comes before is not counted. */
final class Drain {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final double TICK_NANOS = 500e6;

    record Drained(double rowsPerSecond, Series series) {}

    private final BenchCluster world;
    private final long from;

    private Drain(BenchCluster world) {
        this.world = world;
        this.from = stored();
    }

    /** From what is stored now. */
    static Drain from(BenchCluster world) {
        return new Drain(world);
    }

    /**
     * Adds what it costs.
     *
     * @param begin starts what was away
     */
    Drained watched(Runnable begin, String name, Results results) {
        long end = world.log().ends(Log.MESSAGES).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        begin.run();
        Eventually.yields(PATIENCE, world.persister()::jvmPid);
        long first = awaitMore();
        long began = System.nanoTime();
        var costs = Costs.begin(world);
        long costed = stored();
        var drained = watch(name, first, end, began);
        costs.costs(name, end - costed, "messages", results);
        world.persister().awaitReady();
        return drained;
    }

    private Drained watch(String name, long first, long end, long began) {
        List<double[]> points = new ArrayList<>();
        long before = first;
        long beforeNanos = began;
        while (true) {
            long stored = stored();
            long now = System.nanoTime();
            boolean done = stored >= end;
            if (done || now - beforeNanos >= TICK_NANOS) {
                points.add(new double[] {(now - began) / 1e9, (stored - before) * 1e9 / (now - beforeNanos)});
                before = stored;
                beforeNanos = now;
            }
            if (done) return new Drained((stored - first) * 1e9 / (now - began), new Series(name, "rows/s", points));
            if (!world.persister().isAlive()) throw new IllegalStateException("the persister has ended");
            Eventually.pause(LOOK);
        }
    }

    private long awaitMore() {
        while (true) {
            long stored = stored();
            if (stored > from) return stored;
            if (!world.persister().isAlive()) throw new IllegalStateException("the persister does not start");
            Eventually.pause(LOOK);
        }
    }

    /** Over all partitions; {@code next_offset} moves with the rows. */
    private long stored() {
        return world.rows().nextOffsets().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
