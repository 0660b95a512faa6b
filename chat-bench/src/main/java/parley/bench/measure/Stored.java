package parley.bench.measure;

import java.time.Duration;
import java.util.List;
import parley.bench.seed.Talk;
import parley.bench.world.BenchWorld;
import parley.st.world.Eventually;
import parley.st.world.Log;

/** The other end of a message's way. */
final class Stored {

    private static final Duration PATIENCE = Duration.ofSeconds(300);

    private Stored() {}

    /**
     * Returns when the database has all that the log has; of these conversations exactly so many messages.
     *
     * @return seconds that this took
     */
    static double await(BenchWorld world, List<Talk> talks, long acknowledged) {
        long began = System.nanoTime();
        var ends = world.log().ends(Log.MESSAGES);
        Eventually.holds(PATIENCE, () -> {
            var next = world.rows().nextOffsets();
            ends.forEach((partition, end) -> {
                if (next.getOrDefault(partition, 0L) < end) throw new AssertionError("partition " + partition + " is not stored up to " + end);
            });
        });
        double seconds = (System.nanoTime() - began) / 1e9;
        long rows = world.rows().count(talks.stream().map(Talk::conversation).toList());
        if (rows != acknowledged) throw new AssertionError(acknowledged + " messages were acknowledged, and there are " + rows + " rows");
        return seconds;
    }
}
