package parley.faults.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import parley.cluster.server.Node;
import parley.faults.model.History;

/** What all clients share: the loop that they live on, the way to the nodes, the history that they write. */
final class LoadContext implements AutoCloseable {

    /** Small, so that one who stops reading is noticed by the other side. */
    private static final int RECEIVE_BYTES = 32 * 1024;

    private static final int MOST_BYTES = 1 << 20;
    /** Those who come later: see {@link Absence}. */
    private static final int MORE_DEVICES = 200;

    private static final int PATIENCE_SECONDS = 120;

    private final Vertx vertx = Vertx.vertx();
    private final Context loop = vertx.getOrCreateContext();
    private final WebSocketClient sockets;
    private final Rest rest;
    private final List<Node> nodes;
    private final History history;
    private final SplittableRandom random;
    private final KnownMessages known;

    LoadContext(List<Node> nodes, History history, int devices, long seed) {
        this.nodes = List.copyOf(nodes);
        this.history = history;
        this.known = new KnownMessages(history);
        this.random = new SplittableRandom(seed);
        this.rest = new Rest(vertx);
        this.sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(devices * 2 + MORE_DEVICES)
                .setConnectTimeout(5_000)
                .setReceiveBufferSize(RECEIVE_BYTES)
                .setMaxFrameSize(MOST_BYTES)
                .setMaxMessageSize(MOST_BYTES)
                .setClosingTimeout(1));
    }

    WebSocketClient sockets() {
        return sockets;
    }

    Rest rest() {
        return rest;
    }

    List<Node> nodes() {
        return nodes;
    }

    History history() {
        return history;
    }

    KnownMessages known() {
        return known;
    }

    SplittableRandom random() {
        return random;
    }

    Node anyNode() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    void after(long millis, Runnable work) {
        vertx.setTimer(Math.max(1, millis), timer -> work.run());
    }

    /** Between half of it and all of it, so that clients do not meet. */
    long jittered(long millis) {
        return millis / 2 + random.nextLong(millis / 2 + 1);
    }

    /** @return what stops it */
    Runnable every(long millis, Runnable work) {
        var timer = new CompletableFuture<Long>();
        loop.runOnContext(v -> timer.complete(vertx.setPeriodic(millis, t -> work.run())));
        return () -> timer.thenAccept(vertx::cancelTimer);
    }

    void run(Runnable work) {
        loop.runOnContext(v -> work.run());
    }

    /** On the loop; waits for it. Never called from the loop. */
    <T> T ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        loop.runOnContext(v -> {
            try {
                answer.complete(question.call());
            } catch (Exception failed) {
                answer.completeExceptionally(failed);
            }
        });
        return wait(answer);
    }

    /** What comes of a request, made on the loop; waits for it. Never called from the loop. */
    <T> T load(Supplier<Future<T>> loading) {
        var loaded = new CompletableFuture<T>();
        run(() -> loading.get().onSuccess(loaded::complete).onFailure(loaded::completeExceptionally));
        return wait(loaded);
    }

    static <T> T wait(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (Exception failed) {
            throw new IllegalStateException("the crowd's loop", failed);
        }
    }

    @Override
    public void close() {
        wait(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
