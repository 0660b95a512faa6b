package parley.bench.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.LongAdder;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.cluster.server.Eventually;

/** Counts what happens, and says how much of it in a second once everything is warm. */
final class Meter {

    private static final Duration TICK = Duration.ofMillis(250);

    private final Duration warmUp;
    private final Duration measured;
    private final LongAdder count = new LongAdder();

    Meter(Form form) {
        warmUp = form == Form.SHORT ? Duration.ofSeconds(2) : Duration.ofSeconds(5);
        measured = form == Form.SHORT ? Duration.ofSeconds(2) : Duration.ofSeconds(15);
    }

    void add(long more) {
        count.add(more);
    }

    long sum() {
        return count.sum();
    }

    /** Lets the warm-up pass, then watches; the rate becomes a figure and, tick by tick, a line over time. */
    void report(String name, String unit, Results results) {
        Eventually.pause(warmUp);
        var points = new ArrayList<double[]>();
        long began = System.nanoTime();
        long beganAt = sum();
        long before = began;
        long sumBefore = beganAt;
        while (before - began < measured.toNanos()) {
            Eventually.pause(TICK);
            long now = System.nanoTime();
            long sum = sum();
            points.add(new double[] {(now - began) / 1e9, (sum - sumBefore) * 1e9 / (now - before)});
            before = now;
            sumBefore = sum;
        }
        results.add(new Figure(name, (sumBefore - beganAt) * 1e9 / (before - began), unit));
        results.series(new Results.Series(name, unit, points));
    }
}
