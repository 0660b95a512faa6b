package parley.bench.limit;

import java.io.IOException;
import java.time.Duration;
import parley.bench.run.Bench;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/** The start of a server: what it takes with the product's features, but without its application. */
public final class ServerStart {

    /** The message of Liberty that it has started. */
    private static final String STARTED = "CWWKF0011I";

    private static final Duration TIMEOUT = Duration.ofSeconds(300);

    private ServerStart() {}

    /** The limit of a start without a work area. */
    public static String cold() {
        return "raw server start, cold";
    }

    /** The limit of later starts. */
    public static String warm() {
        return "raw server start, warm";
    }

    public static void measure(Bench bench) throws IOException {
        try (var server = EchoServer.create()) {
            forgetWorkArea(server.node());
            bench.results().add(cold(), seconds(server.node()), "s");
            server.node().end();
            bench.results().add(warm(), seconds(server.node()), "s");
        }
    }

    /** The next start is one like the first of a server; the operating system's file cache is kept. */
    public static void forgetWorkArea(Node node) throws IOException {
        TestPaths.delete(node.server().resolve("workarea"));
    }

    /** Starts a server; returns the time from the start of its process until it is ready. */
    public static double seconds(Node node) {
        long start = System.nanoTime();
        node.start();
        // Health checks start only then: answering them would be a good part of the work of a starting node.
        node.awaitLog(STARTED);
        Eventually.holds(TIMEOUT, () -> {
            if (!node.isReady()) throw new AssertionError(node + " is not ready");
        });
        return (System.nanoTime() - start) / 1e9;
    }
}
