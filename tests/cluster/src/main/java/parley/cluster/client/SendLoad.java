package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import parley.cluster.server.Eventually;

/**
 * Users who send as clients do: several messages in flight, each repeated with its cid while the answer allows a retry.
 * Keeps what was acknowledged.
 */
public final class SendLoad {

    private static final int IN_FLIGHT = 10;

    /** @param nanos from the first send to the ok */
    public record Acknowledged(long conversation, long sender, String cid, long pos, long nanos, boolean dup) {}

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<JsonNode> refused = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private CompletableFuture<Void> running;

    private SendLoad() {}

    /** Both of each pair send {@code each} messages; returns when every one is answered. */
    public static SendLoad of(List<Pair> pairs, int each) {
        var load = new SendLoad();
        load.run(pairs, each, 0);
        return load;
    }

    /** Both of each pair send in the background, with a pause between two messages, until {@link #stop}. */
    public static SendLoad start(List<Pair> pairs, long pauseMillis) {
        var load = new SendLoad();
        load.running = CompletableFuture.runAsync(
                () -> load.run(pairs, Integer.MAX_VALUE, pauseMillis), Thread::startVirtualThread);
        return load;
    }

    /** Waits until more than that number of further messages are acknowledged. */
    public void awaitAcknowledged(int more) {
        int before = acknowledged.size();
        Eventually.holds(Duration.ofSeconds(60), () -> {
            int now = acknowledged.size();
            if (now - before <= more) throw new AssertionError(now - before + " acknowledged, not more than " + more);
        });
    }

    /** Sends nothing more, and waits for the answers. */
    public void stop() {
        stopped = true;
        running.join();
    }

    private void run(List<Pair> pairs, int each, long pauseMillis) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pair : pairs) {
                threads.submit(() -> send(pair.adas, pair.ada, pair.conversation, each, pauseMillis));
                threads.submit(() -> send(pair.kims, pair.kim, pair.conversation, each, pauseMillis));
            }
        }
    }

    private void send(Chat chat, Person who, long conversation, int each, long pauseMillis) {
        var window = new Semaphore(IN_FLIGHT);
        for (int i = 0; i < each && !stopped; i++) {
            window.acquireUninterruptibly();
            post(chat, who, conversation, Cids.now(), "message " + i, System.nanoTime(), window, 0);
            if (pauseMillis > 0) Eventually.pause(Duration.ofMillis(pauseMillis));
        }
        window.acquireUninterruptibly(IN_FLIGHT);
    }

    private void post(
            Chat chat,
            Person who,
            long conversation,
            String cid,
            String body,
            long began,
            Semaphore window,
            int tries) {
        chat.send(conversation, cid, body).orTimeout(60, TimeUnit.SECONDS).whenComplete((answer, failed) -> {
            if (failed == null && answer.path("retry").asBoolean() && tries < 60) {
                long pause = Math.max(50, answer.path("retryAfterMs").asLong(250));
                CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS)
                        .execute(() -> post(chat, who, conversation, cid, body, began, window, tries + 1));
                return;
            }
            if (failed != null) refused.add(Json.of("failed", failed.toString()));
            else if (answer.path("t").asText().equals("ok")) {
                acknowledged.add(new Acknowledged(
                        conversation,
                        who.id(),
                        cid,
                        answer.path("pos").asLong(),
                        System.nanoTime() - began,
                        answer.path("dup").asBoolean()));
            } else refused.add(answer);
            window.release();
        });
    }

    public List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** The acknowledged of one conversation. */
    public List<Acknowledged> of(long conversation) {
        return acknowledged.stream().filter(a -> a.conversation == conversation).toList();
    }

    public Collection<JsonNode> refused() {
        return List.copyOf(refused);
    }

    /** Percentiles and maximum of the time from a send to its ok. */
    public String latencies() {
        var sorted = acknowledged.stream().map(Acknowledged::nanos).sorted().toList();
        if (sorted.isEmpty()) return "none";
        return "p50 %d ms, p95 %d ms, p99 %d ms, max %d ms"
                .formatted(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share))) / 1_000_000;
    }
}
