package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import parley.bench.seed.BenchConversation;
import parley.bench.world.BenchCluster;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;

/** The other end of a message's way. */
final class Stored {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private Stored() {}

    /**
     * Returns when the database has all that the log has; of these conversations exactly so many messages.
     *
     * @return seconds that this took
     */
    static double await(BenchCluster world, List<BenchConversation> talks, long acknowledged) {
        long began = System.nanoTime();
        var ends = world.log().ends(Log.MESSAGES);
        long left = left(world, ends);
        long movedNanos = began;
        while (left > 0) {
            Eventually.pause(PAUSE);
            long now = left(world, ends);
            if (now < left) movedNanos = System.nanoTime();
            if (System.nanoTime() - movedNanos > STANDSTILL.toNanos())
                throw new AssertionError(now + " records are not stored, and none is any more");
            left = now;
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long rows = world.rows()
                .count(talks.stream().map(BenchConversation::conversation).toList());
        if (rows != acknowledged)
            throw new AssertionError(acknowledged + " messages were acknowledged, and there are " + rows + " rows");
        return seconds;
    }

    private static long left(BenchCluster world, Map<Integer, Long> ends) {
        var next = world.rows().nextOffsets();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - next.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
