package parley.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestPaths;

/**
 * A start of a node, which runs then.
 *
 * @param started seconds from the process's start until Liberty says {@value #STARTED}
 * @param ready seconds from the process's start until the node is ready to serve
 */
record TimedStart(double started, double ready) {

    static final String STARTED = "CWWKF0011I";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final double NANOS = 1e9;

    static TimedStart of(Node node) {
        var log = TestPaths.WORLD.resolve("logs/" + node + ".log");
        long before = size(log);
        long began = System.nanoTime();
        node.start();
        // Its health is asked for only then: to answer while it starts would be a good part of its work.
        double started = seconds(began, node, () -> said(log, before));
        double ready = seconds(began, node, node::isReady);
        return new TimedStart(started, ready);
    }

    private static double seconds(long beganNanos, Node node, BooleanSupplier reached) {
        while (!reached.getAsBoolean()) {
            if (!node.isAlive()) throw new IllegalStateException(node + " ended while it started");
            Eventually.pause(PAUSE);
        }
        return (System.nanoTime() - beganNanos) / NANOS;
    }

    private static long size(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean said(Path log, long from) {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(from);
            return new String(file.readAllBytes(), UTF_8).contains(STARTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
