package parley.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The thread that runs all clients of a load. */
public final class EventLoop implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 600;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    // Without linger, a close resets the connection, and the port is free at once.
    private final WebSocketClient sockets = vertx.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(Integer.MAX_VALUE).setSoLinger(0));

    WebSocketClient sockets() {
        return sockets;
    }

    void run(Runnable task) {
        context.runOnContext(v -> task.run());
    }

    void runAfter(long millis, Runnable task) {
        vertx.setTimer(millis, t -> run(task));
    }

    /** @return cancels the task */
    Runnable runEvery(long millis, Runnable task) {
        long timer = vertx.setPeriodic(millis, t -> run(task));
        return () -> vertx.cancelTimer(timer);
    }

    /** Runs the task on the event loop and returns its result; not to be called on the event loop. */
    <T> T call(Callable<T> task) {
        var result = new CompletableFuture<T>();
        run(() -> {
            try {
                result.complete(task.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return await(result);
    }

    static <T> T await(CompletableFuture<T> result) {
        return result.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }
}
