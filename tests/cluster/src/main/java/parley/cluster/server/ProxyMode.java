package parley.cluster.server;

import java.time.Duration;

/** What a {@link TcpProxy} forwards. */
public sealed interface ProxyMode {

    record Open() implements ProxyMode {}

    /** Refuses new connections and closes the open ones, like a server that died. */
    record Cut() implements ProxyMode {}

    /** Accepts connections and forwards nothing, not even a close, like an unplugged cable. */
    record HalfOpen() implements ProxyMode {}

    /** @param delay of each chunk, in addition to the time that its bytes take */
    record Slow(Duration delay, int bytesPerSecond) implements ProxyMode {

        long millis(int bytes) {
            return Math.max(1, delay.toMillis() + bytes * 1_000L / bytesPerSecond);
        }
    }

    /** Like a slow server: delays each chunk from the client, and none from the server. */
    record SlowServer(Duration beforeEachRequest) implements ProxyMode {}
}
