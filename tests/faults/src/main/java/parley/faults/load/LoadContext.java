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

/** What all clients share: the event loop, the connections to the nodes, and the recorded history. */
record LoadContext(
        Vertx vertx,
        Context loop,
        WebSocketClient sockets,
        Rest rest,
        Pages pages,
        List<Node> nodes,
        History history,
        KnownMessages known,
        FileCheck files,
        SplittableRandom random)
        implements AutoCloseable {

    /** Small, so that a node notices soon that a client does not read. */
    private static final int RECEIVE_BYTES = 32 * 1024;

    private static final int MAX_FRAME_BYTES = 1 << 20;

    /** For the clients of {@link Absence}. */
    private static final int MORE_DEVICES = 200;

    private static final int TIMEOUT_SECONDS = 120;

    static LoadContext create(List<Node> nodes, History history, int devices, long seed) {
        var vertx = Vertx.vertx();
        var rest = new Rest(vertx);
        var files = new FileCheck(rest, history);
        var sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(devices * 2 + MORE_DEVICES)
                .setConnectTimeout(5_000)
                .setReceiveBufferSize(RECEIVE_BYTES)
                .setMaxFrameSize(MAX_FRAME_BYTES)
                .setMaxMessageSize(MAX_FRAME_BYTES)
                .setClosingTimeout(1));
        return new LoadContext(
                vertx,
                vertx.getOrCreateContext(),
                sockets,
                rest,
                new Pages(rest, history, files),
                List.copyOf(nodes),
                history,
                new KnownMessages(history),
                files,
                new SplittableRandom(seed));
    }

    <T> T anyOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Between half of it and all of it. */
    long jittered(long millis) {
        return millis / 2 + random.nextLong(millis / 2 + 1);
    }

    void after(long millis, Runnable work) {
        vertx.setTimer(Math.max(1, millis), timer -> work.run());
    }

    /** @return cancels it */
    Runnable every(long millis, Runnable work) {
        var timer = new CompletableFuture<Long>();
        loop.runOnContext(v -> timer.complete(vertx.setPeriodic(millis, t -> work.run())));
        return () -> timer.thenAccept(vertx::cancelTimer);
    }

    /** Runs on the event loop, and waits. Must not be called on the event loop. */
    void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /** Runs on the event loop, and waits for the result. Must not be called on the event loop. */
    <T> T call(Callable<T> work) {
        var result = new CompletableFuture<T>();
        loop.runOnContext(v -> {
            try {
                result.complete(work.call());
            } catch (Exception failed) {
                result.completeExceptionally(failed);
            }
        });
        return get(result);
    }

    /** Starts a request on the event loop, and waits for its result. Must not be called on the event loop. */
    <T> T await(Supplier<Future<T>> request) {
        return get(call(() -> request.get().toCompletionStage().toCompletableFuture()));
    }

    private static <T> T get(CompletableFuture<T> result) {
        try {
            return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (Exception failed) {
            throw new IllegalStateException("on the event loop", failed);
        }
    }

    @Override
    public void close() {
        get(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
