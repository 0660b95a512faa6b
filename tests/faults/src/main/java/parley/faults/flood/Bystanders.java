package parley.faults.flood;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Node;

/** A few people who talk at an even pace on one node, timed. */
final class Bystanders implements AutoCloseable {

    private static final int PEOPLE = 4;
    private static final int EVERY_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Talker(ChatSocket socket, long conversation) {}

    /** A while, and what was measured in it. */
    private static final class Phase {
        private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
        private final AtomicInteger asked = new AtomicInteger();
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Talker> talkers;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile Phase phase = new Phase();
    private int turn;

    Bystanders(Node node) {
        talkers = IntStream.range(0, PEOPLE).mapToObj(i -> talker(node)).toList();
        clock.scheduleAtFixedRate(this::say, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Talker talker(Node node) {
        var who = Person.register(node, "bystander");
        long conversation = who.direct(node, Person.register(node, "friend"));
        return new Talker(
                ChatSocket.greeted(http, node, who.token(), PATIENCE, frame -> {})
                        .join(),
                conversation);
    }

    private void say() {
        var now = phase;
        var talker = talkers.get(turn++ % talkers.size());
        long began = System.nanoTime();
        now.asked.incrementAndGet();
        talker.socket
                .ask(Json.of("t", "send", "cid", Cids.now(), "conv", talker.conversation, "body", "as always"))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(answer -> {
                    if (answer.path("t").asText().equals("ok")) now.millis.add((System.nanoTime() - began) / 1_000_000);
                });
    }

    /** What was measured since the last call; what is still under way then counts as missed, unless it is the last second's. */
    Latencies next() {
        var over = phase;
        phase = new Phase();
        settle(over);
        var measured = new ArrayList<>(over.millis);
        return Latencies.of(measured, over.asked.get() - measured.size());
    }

    private static void settle(Phase over) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (over.millis.size() < over.asked.get() && System.nanoTime() < deadline) {
            parley.cluster.server.Eventually.pause(Duration.ofMillis(20));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        talkers.forEach(talker -> talker.socket.close());
        http.shutdownNow();
    }
}
