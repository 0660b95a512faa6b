package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import parley.cluster.server.Eventually;

/**
 * People who send as people's programs do: several messages in flight, each repeated with its cid while the answer is
 * one that says so. Keeps what was acknowledged.
 */
public final class SendLoad {

    private static final int IN_FLIGHT = 10;

    /** @param nanos from the first send to the ok */
    public record Acknowledged(long conversation, long sender, String cid, long pos, long nanos, boolean dup) {}

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<JsonNode> refused = new ConcurrentLinkedQueue<>();

    /** Both of each pair send {@code each} messages; returns when every one is answered. */
    public static SendLoad of(List<Pair> pairs, int each) {
        var load = new SendLoad();
        load.run(pairs, each, () -> true, 0);
        return load;
    }

    /** Both of each pair send, with a pause between two messages, while it goes on. */
    public void whileGoing(List<Pair> pairs, long pauseMillis, BooleanSupplier goesOn) {
        run(pairs, Integer.MAX_VALUE, goesOn, pauseMillis);
    }

    private void run(List<Pair> pairs, int each, BooleanSupplier goesOn, long pauseMillis) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pair : pairs) {
                threads.submit(() -> send(pair.adas, pair.ada, pair.conversation, each, goesOn, pauseMillis));
                threads.submit(() -> send(pair.kims, pair.kim, pair.conversation, each, goesOn, pauseMillis));
            }
        }
    }

    private void send(Chat chat, Person who, long conversation, int each, BooleanSupplier goesOn, long pauseMillis) {
        var window = new Semaphore(IN_FLIGHT);
        for (int i = 0; i < each && goesOn.getAsBoolean(); i++) {
            window.acquireUninterruptibly();
            var cid = Cids.now();
            post(chat, who, conversation, cid, "message " + i, System.nanoTime(), window, 0);
            if (pauseMillis > 0) Eventually.pause(java.time.Duration.ofMillis(pauseMillis));
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
                java.util.concurrent.CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS)
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

    /** In milliseconds: the median, the 95th and the 99th percentile, the greatest. */
    public String latencies() {
        var sorted = new ArrayList<>(
                acknowledged.stream().map(Acknowledged::nanos).sorted().toList());
        if (sorted.isEmpty()) return "none";
        return "p50 %d ms, p95 %d ms, p99 %d ms, max %d ms"
                .formatted(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    private static long at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * share))) / 1_000_000;
    }
}
