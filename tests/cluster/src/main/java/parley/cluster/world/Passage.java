package parley.cluster.world;

import java.time.Duration;

/** What a {@link Link} lets through. */
public sealed interface Passage {

    record Open() implements Passage {}

    /** Refuses, and cuts what there was, as a server that has died would. */
    record Cut() implements Passage {}

    /** Accepts and holds: nothing passes, nothing is closed, as when a cable was pulled. */
    record HalfOpen() implements Passage {}

    /** @param delay of each piece of a connection, and as much more as its bytes take */
    record Slow(Duration delay, int bytesPerSecond) implements Passage {

        long millis(int bytes) {
            return Math.max(1, delay.toMillis() + bytes * 1_000L / bytesPerSecond);
        }
    }

    /** A slow server: each piece that the client writes waits; answers pass at once. */
    record SlowServer(Duration beforeEachRequest) implements Passage {}
}
