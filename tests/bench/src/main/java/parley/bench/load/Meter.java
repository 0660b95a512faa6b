package parley.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Counts what ends within a stretch of time, and how long each took; the loop's thread alone. */
final class Meter {

    private static final long SECOND = 1_000_000_000L;
    private static final int DIGITS = 3;

    private final long beganNanos = System.nanoTime();
    private final long lengthNanos;
    private final Histogram nanos = new Histogram(DIGITS);
    private final long[] perSecond;
    private long counted;
    private long all;

    Meter(Duration length) {
        lengthNanos = length.toNanos();
        perSecond = new long[(int) (lengthNanos / SECOND) + 1];
    }

    boolean isOver(long now) {
        return now - beganNanos >= lengthNanos;
    }

    void ended(long now, long tookNanos) {
        all++;
        if (isOver(now)) return;
        counted++;
        nanos.recordValue(tookNanos);
        perSecond[(int) ((now - beganNanos) / SECOND)]++;
    }

    Run run() {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < lengthNanos / SECOND; i++) points.add(new double[] {i + 1, perSecond[i]});
        return new Run(lengthNanos / (double) SECOND, counted, all, nanos, points);
    }
}
