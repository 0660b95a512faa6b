package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.data.BenchConversation;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;

/** What the persister has stored. */
public final class Stored {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

    private Stored() {}

    /** The end of the log: the sum over its partitions. */
    static long appended(BenchCluster cluster) {
        return cluster.log().ends(Log.MESSAGES).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The sum of {@code next_offset} over all partitions. */
    static long stored(BenchCluster cluster) {
        return cluster.rows().nextOffsets().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * Returns when everything in the log is stored; fails if these conversations do not have as many messages as were
     * acknowledged.
     *
     * @return seconds that this took
     */
    public static double await(BenchCluster cluster, List<BenchConversation> conversations, long acknowledged) {
        long start = System.nanoTime();
        long progressNanos = start;
        long end = appended(cluster);
        long previous = 0;
        for (long stored = stored(cluster); stored < end; stored = stored(cluster)) {
            if (stored > previous) progressNanos = System.nanoTime();
            if (System.nanoTime() - progressNanos > STALL_TIMEOUT.toNanos())
                throw new AssertionError((end - stored) + " records are not stored, and there is no progress");
            previous = stored;
            Eventually.pause(PAUSE);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        requireRows(cluster, conversations.stream().map(BenchConversation::id).toList(), acknowledged);
        return seconds;
    }

    static void requireRows(BenchCluster cluster, List<Long> conversations, long expected) {
        long rows = cluster.rows().count(conversations);
        if (rows != expected) throw new AssertionError(rows + " messages are stored instead of " + expected);
    }
}
