package parley.bench.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchWorld;
import parley.st.world.Eventually;
import parley.st.world.Node;
import parley.st.world.Places;

/**
 * From a process's start until a chat node is ready to serve, and until Liberty says that it has started. Cold: this
 * server never ran before, so that nothing of it is prepared on the disk; the system's own cache of files stays.
 */
public final class StartUp implements Measurement {

    private static final String STARTED = "CWWKF0011I";
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final double NANOS = 1e9;

    private record Start(double ready, double started) {}

    @Override
    public String name() {
        return "start-up";
    }

    @Override
    public void measure(BenchWorld world, Form form, Results results) throws IOException {
        int times = form == Form.SHORT ? 1 : 3;
        var node = world.chats().getLast();
        var cold = new ArrayList<Start>();
        var warm = new ArrayList<Start>();
        for (int i = 0; i < times; i++) {
            Places.delete(node.server().resolve("workarea"));
            cold.add(start(node));
            warm.add(start(node));
        }
        add("cold", cold, results);
        add("warm", warm, results);
    }

    private static Start start(Node node) throws IOException {
        var log = Places.WORLD.resolve("logs/" + node + ".log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        long began = System.nanoTime();
        node.start();
        try {
            // Its health is asked for only then: to answer while it starts would be a good part of its work.
            double started = seconds(began, node, () -> said(log, before));
            double ready = seconds(began, node, node::isReady);
            return new Start(ready, started);
        } finally {
            node.end();
        }
    }

    private interface Reached {
        boolean now() throws IOException;
    }

    private static double seconds(long beganNanos, Node node, Reached reached) throws IOException {
        while (!reached.now()) {
            if (!node.isAlive()) throw new IllegalStateException(node + " ended while it started");
            Eventually.pause(PAUSE);
        }
        return (System.nanoTime() - beganNanos) / NANOS;
    }

    private static boolean said(Path log, long from) throws IOException {
        try (var file = Files.newInputStream(log)) {
            file.skipNBytes(from);
            return new String(file.readAllBytes(), UTF_8).contains(STARTED);
        }
    }

    private static void add(String how, List<Start> starts, Results results) {
        results.add(new Figure("start-up, " + how + ", ready", median(starts.stream().map(Start::ready).toList()), "s"));
        results.add(new Figure("start-up, " + how + ", " + STARTED, median(starts.stream().map(Start::started).toList()), "s"));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
