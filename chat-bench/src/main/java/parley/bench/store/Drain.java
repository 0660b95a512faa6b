package parley.bench.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.bench.cost.Costs;
import parley.bench.result.Results;
import parley.bench.result.Results.Series;
import parley.bench.world.BenchWorld;
import parley.st.world.Eventually;
import parley.st.world.Log;

/**
 * The persister from the first row that it stores until nothing is left to store; before that it starts, which is not
 * counted.
 */
record Drain(double rowsPerSecond, Series series) {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final double TICK_NANOS = 500e6;

    /** Starts the persister, which has to be away, and adds what the drain costs. */
    static Drain watched(BenchWorld world, String name, Results results) {
        long end = world.log().ends(Log.MESSAGES).values().stream().mapToLong(Long::longValue).sum();
        long from = stored(world);
        world.persister().start();
        Eventually.yields(PATIENCE, world.persister()::jvmPid);
        long first = awaitMore(world, from);
        long began = System.nanoTime();
        var costs = Costs.begin(world);
        long costed = stored(world);
        var drain = watch(world, name, first, end, began);
        costs.costs(name, end - costed, "messages", results);
        world.persister().awaitReady();
        return drain;
    }

    private static Drain watch(BenchWorld world, String name, long first, long end, long began) {
        List<double[]> points = new ArrayList<>();
        long before = first;
        long beforeNanos = began;
        while (true) {
            long stored = stored(world);
            long now = System.nanoTime();
            boolean done = stored >= end;
            if (done || now - beforeNanos >= TICK_NANOS) {
                points.add(new double[] {(now - began) / 1e9, (stored - before) * 1e9 / (now - beforeNanos)});
                before = stored;
                beforeNanos = now;
            }
            if (done) return new Drain((stored - first) * 1e9 / (now - began), new Series(name, "rows/s", points));
            if (!world.persister().isAlive()) throw new IllegalStateException("the persister has ended");
            Eventually.pause(LOOK);
        }
    }

    private static long awaitMore(BenchWorld world, long than) {
        while (true) {
            long stored = stored(world);
            if (stored > than) return stored;
            if (!world.persister().isAlive()) throw new IllegalStateException("the persister does not start");
            Eventually.pause(LOOK);
        }
    }

    /** Over all partitions; {@code next_offset} moves with the rows. */
    private static long stored(BenchWorld world) {
        return world.rows().nextOffsets().values().stream().mapToLong(Long::longValue).sum();
    }
}
