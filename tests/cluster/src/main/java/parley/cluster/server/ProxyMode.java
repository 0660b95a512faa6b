package parley.cluster.server;

import java.time.Duration;

/** What a {@link TcpProxy} lets through. */
public sealed interface ProxyMode {

    record Open() implements ProxyMode {}

    /** Refuses, and cuts what there was, as a server that has died would. */
    record Cut() implements ProxyMode {}

    /** Accepts and holds: nothing passes, nothing is closed, as when a cable was pulled. */
    record HalfOpen() implements ProxyMode {}

    /** @param delay of each piece of a connection, and as much more as its bytes take */
    record Slow(Duration delay, int bytesPerSecond) implements ProxyMode {

        long millis(int bytes) {
            return Math.max(1, delay.toMillis() + bytes * 1_000L / bytesPerSecond);
        }
    }

    /** A slow server: each piece that the client writes waits; answers pass at once. */
    record SlowServer(Duration beforeEachRequest) implements ProxyMode {}
}
