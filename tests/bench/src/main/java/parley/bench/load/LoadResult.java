package parley.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Counts what completes within the measured time, with latencies. Used on the event loop until the load is done. */
public final class LoadResult {

    private static final long SECOND = 1_000_000_000L;

    private final long startNanos = System.nanoTime();
    private final long lengthNanos;
    private final Histogram latencies = new Histogram(3);
    private final long[] perSecond;
    private long total;

    LoadResult(Duration length) {
        lengthNanos = length.toNanos();
        perSecond = new long[(int) (lengthNanos / SECOND) + 1];
    }

    boolean isOver(long now) {
        return now - startNanos >= lengthNanos;
    }

    void add(long now, long latencyNanos) {
        total++;
        if (isOver(now)) return;
        latencies.recordValue(latencyNanos);
        perSecond[(int) ((now - startNanos) / SECOND)]++;
    }

    /** Per second, within the measured time. */
    public double rate() {
        return latencies.getTotalCount() * (double) SECOND / lengthNanos;
    }

    /** Includes what completed after the measured time. */
    public long total() {
        return total;
    }

    /** Nanoseconds, within the measured time. */
    public Histogram latencies() {
        return latencies;
    }

    /** Points of {seconds since the start, number in that second}. */
    public List<double[]> perSecond() {
        var points = new ArrayList<double[]>();
        for (int i = 0; i < lengthNanos / SECOND; i++) points.add(new double[] {i + 1, perSecond[i]});
        return points;
    }
}
