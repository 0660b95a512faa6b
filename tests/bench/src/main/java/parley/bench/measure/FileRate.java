package parley.bench.measure;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import parley.bench.cost.Costs;
import parley.bench.run.Bench;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.client.Uploads;
import parley.cluster.server.Node;

/** Messages over REST without and with a small file, and the upload of large files. */
public final class FileRate {

    private static final int CONCURRENT = 8;
    private static final int SMALL = 20_000;
    private static final int PART = 8 * 1_024 * 1_024;
    private static final int PARTS = 4;

    private record Sender(Node node, Person user, long conversation) {

        static Sender at(Node node) {
            var user = Person.register(node, "sends");
            return new Sender(node, user, user.direct(node, Person.register(node, "reads")));
        }

        void send(long... files) {
            var message = Json.of("cid", Cids.now(), "body", "a message of some words");
            if (files.length > 0) message.setAll(Json.of("files", files));
            user.at(node)
                    .post("/api/conversations/" + conversation + "/messages", message)
                    .as(200);
        }
    }

    @FunctionalInterface
    private interface Action {
        void run(Sender sender, byte[] content);
    }

    private FileRate() {}

    public static void measure(Bench bench) {
        var nodes = bench.oneNode();
        var senders = IntStream.range(0, CONCURRENT)
                .mapToObj(i -> Sender.at(nodes.getFirst()))
                .toList()
                .toArray(Sender[]::new);
        Action text = (sender, content) -> sender.send();
        Action small = (sender, content) ->
                sender.send(Uploads.file(sender.node, sender.user, "some.bin", Arrays.copyOf(content, SMALL)));
        var round = bench.seconds(5, 15);
        for (var action : List.of(text, small))
            WarmUp.settle(bench, nodes, round, () -> 1.0 / repeat(senders, round, action));
        measure(bench, senders, "REST, no file", text);
        measure(bench, senders, "REST, a file of 20 kB", small);
        var length = bench.seconds(4, 20);
        long start = System.nanoTime();
        long uploads = repeat(senders, length, FileRate::large);
        double seconds = (System.nanoTime() - start) / 1e9;
        bench.results()
                .add(
                        "upload of 32 MiB files, %d at once".formatted(CONCURRENT),
                        uploads * PARTS * 8 / seconds,
                        "MiB/s");
    }

    private static void measure(Bench bench, Sender[] senders, String name, Action action) {
        var costs = Costs.begin(bench.cluster());
        long start = System.nanoTime();
        long count = repeat(senders, bench.seconds(4, 20), action);
        double seconds = (System.nanoTime() - start) / 1e9;
        bench.results().add(name, count / seconds, "messages/s");
        costs.add(name, count, "messages", bench.results());
    }

    private static void large(Sender sender, byte[] part) {
        long size = (long) PARTS * PART;
        long file = Uploads.begin(sender.node, sender.user, "large.bin", size);
        for (int i = 0; i < PARTS; i++) {
            long from = (long) i * PART;
            var range = "bytes %d-%d/%d".formatted(from, from + PART - 1, size);
            Uploads.part(sender.node, sender.user, file, range, part).as(200);
        }
        sender.user.at(sender.node).delete("/api/files/" + file);
    }

    /** Each sender acts again and again; returns how often in all. Requests in flight at the end are waited for. */
    private static long repeat(Sender[] senders, Duration length, Action action) {
        var count = new LongAdder();
        long end = System.nanoTime() + length.toNanos();
        var content = new byte[PART];
        ThreadLocalRandom.current().nextBytes(content);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = Arrays.stream(senders)
                    .map(sender -> CompletableFuture.runAsync(
                            () -> {
                                while (System.nanoTime() < end) {
                                    action.run(sender, content);
                                    count.increment();
                                }
                            },
                            threads))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).join();
        }
        return count.sum();
    }
}
