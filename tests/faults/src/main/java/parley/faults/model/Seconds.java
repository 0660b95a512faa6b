package parley.faults.model;

import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** How many were acknowledged in each second, and how long they took: a histogram for each second. */
public final class Seconds {

    private static final int STEPS = 8;
    private static final int BUCKETS = 20 * STEPS;

    private final ConcurrentSkipListMap<Long, AtomicIntegerArray> bySecond = new ConcurrentSkipListMap<>();

    /** In milliseconds; a percentile is right to an eighth of a doubling. */
    public record Second(int acknowledged, long p50, long p99) {}

    void add(long atMillis, long tookMillis) {
        bySecond.computeIfAbsent(atMillis / 1000, s -> new AtomicIntegerArray(BUCKETS))
                .incrementAndGet(bucket(tookMillis));
    }

    public Second at(long epochSecond) {
        var buckets = bySecond.get(epochSecond);
        return buckets == null ? new Second(0, 0, 0) : second(buckets);
    }

    public Second all() {
        var sum = new AtomicIntegerArray(BUCKETS);
        for (var buckets : bySecond.values()) {
            for (int i = 0; i < BUCKETS; i++) sum.addAndGet(i, buckets.get(i));
        }
        return second(sum);
    }

    private static Second second(AtomicIntegerArray buckets) {
        int count = 0;
        for (int i = 0; i < BUCKETS; i++) count += buckets.get(i);
        return new Second(count, percentile(buckets, count, 0.5), percentile(buckets, count, 0.99));
    }

    private static long percentile(AtomicIntegerArray buckets, int count, double share) {
        long wanted = (long) Math.ceil(count * share);
        long passed = 0;
        for (int i = 0; i < BUCKETS; i++) {
            passed += buckets.get(i);
            if (passed >= wanted && passed > 0) return Math.round(Math.pow(2, (double) i / STEPS));
        }
        return 0;
    }

    private static int bucket(long millis) {
        if (millis <= 1) return 0;
        return (int) Math.min(BUCKETS - 1L, Math.round(Math.log(millis) / Math.log(2) * STEPS));
    }
}
