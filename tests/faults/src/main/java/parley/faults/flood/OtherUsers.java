package parley.faults.flood;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** Users who send at a steady rate on one node, to measure their latency. */
final class OtherUsers implements AutoCloseable {

    private static final int USERS = 4;
    private static final int INTERVAL_MILLIS = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int DIGITS = 3;

    private record Sender(ChatSocket socket, long conversation) {}

    private record Phase(Histogram millis, AtomicInteger sent) {

        Phase() {
            this(new SynchronizedHistogram(DIGITS), new AtomicInteger());
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Sender> senders;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile Phase phase = new Phase();
    private int turn;

    OtherUsers(Node node) {
        senders = Stream.generate(() -> sender(node)).limit(USERS).toList();
        clock.scheduleAtFixedRate(this::send, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private Sender sender(Node node) {
        var user = Person.register(node, "bystander");
        long conversation = user.direct(node, Person.register(node, "friend"));
        return new Sender(
                ChatSocket.greeted(http, node, user.token(), TIMEOUT, frame -> {})
                        .join(),
                conversation);
    }

    private void send() {
        var current = phase;
        var sender = senders.get(turn++ % senders.size());
        long start = System.nanoTime();
        current.sent.incrementAndGet();
        sender.socket
                .ask(Json.of("t", "send", "cid", Cids.now(), "conv", sender.conversation, "body", "as always"))
                .orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(answer -> {
                    if (answer.path("t").asText().equals("ok"))
                        current.millis.recordValue((System.nanoTime() - start) / 1_000_000);
                });
    }

    /** The latencies since the last call. Waits for the answers; a send that is not answered in time is missed. */
    Latencies next() {
        var measured = phase;
        phase = new Phase();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (measured.millis.getTotalCount() < measured.sent.get() && System.nanoTime() < deadline)
            Eventually.pause(Duration.ofMillis(20));
        int acknowledged = (int) measured.millis.getTotalCount();
        return Latencies.of(measured.millis, measured.sent.get() - acknowledged);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        senders.forEach(sender -> sender.socket.close());
        http.shutdownNow();
    }
}
