package parley.bench.result;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import parley.bench.result.Results.Series;
import parley.cluster.server.Eventually;

/** Samples a counter: its average rate, and its rate over time. Starts when it is created. */
public final class RateSampler {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final double POINT_NANOS = 500e6;

    private final LongSupplier counter;
    private final long first;
    private final long startNanos = System.nanoTime();
    private final List<double[]> points = new ArrayList<>();
    private double perSecond;

    public RateSampler(LongSupplier counter) {
        this.counter = counter;
        this.first = counter.getAsLong();
    }

    /** Samples until a value satisfies the predicate. */
    public RateSampler until(LongPredicate isLast) {
        long previous = first;
        long previousNanos = startNanos;
        while (true) {
            long value = counter.getAsLong();
            long now = System.nanoTime();
            boolean last = isLast.test(value);
            if (last || now - previousNanos >= POINT_NANOS) {
                points.add(new double[] {(now - startNanos) / 1e9, (value - previous) * 1e9 / (now - previousNanos)});
                previous = value;
                previousNanos = now;
            }
            if (last) {
                perSecond = (value - first) * 1e9 / (now - startNanos);
                return this;
            }
            Eventually.pause(PAUSE);
        }
    }

    /**
     * Adds the average as a figure and the points as a series.
     *
     * @param limit the name of the figure that this one can at best reach, or null
     */
    public void addTo(Results results, String name, String unit, String limit) {
        results.add(name, perSecond, unit, limit);
        results.series(new Series(name, unit, points));
    }
}
