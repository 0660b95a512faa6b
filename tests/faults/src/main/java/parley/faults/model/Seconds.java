package parley.faults.model;

import java.util.concurrent.ConcurrentSkipListMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** The latency of acknowledged sends, by second and over the whole run. */
public final class Seconds {

    private static final int DIGITS = 3;

    private final ConcurrentSkipListMap<Long, Histogram> bySecond = new ConcurrentSkipListMap<>();
    private final Histogram all = new SynchronizedHistogram(DIGITS);

    /** @param p50 in milliseconds */
    public record Second(int acknowledged, long p50, long p99) {

        private static Second of(Histogram millis) {
            return new Second(
                    (int) millis.getTotalCount(), millis.getValueAtPercentile(50), millis.getValueAtPercentile(99));
        }
    }

    void add(long atMillis, long latencyMillis) {
        long millis = Math.max(0, latencyMillis);
        all.recordValue(millis);
        bySecond.computeIfAbsent(atMillis / 1000, s -> new SynchronizedHistogram(DIGITS))
                .recordValue(millis);
    }

    /** The figures of a second that is over. Frees the memory of that second and of earlier ones. */
    public Second take(long epochSecond) {
        var histogram = bySecond.getOrDefault(epochSecond, new Histogram(DIGITS));
        bySecond.headMap(epochSecond, true).clear();
        return Second.of(histogram);
    }

    public Second all() {
        return Second.of(all);
    }
}
