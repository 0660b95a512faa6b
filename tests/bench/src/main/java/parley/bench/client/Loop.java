package parley.bench.client;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The one thread of all clients. */
public final class Loop implements AutoCloseable {

    private static final int CONNECT_MILLIS = 60_000;
    private static final int PATIENCE_SECONDS = 600;

    private final Vertx vertx =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
    private final Context context = vertx.getOrCreateContext();
    /** A closed socket is reset: ports are free at once, as after a cut. */
    private final NetClient sockets = vertx.createNetClient(new NetClientOptions()
            .setConnectTimeout(CONNECT_MILLIS)
            .setTcpNoDelay(true)
            .setSoLinger(0));

    Future<NetSocket> connect(URI server) {
        return sockets.connect(server.getPort(), server.getHost());
    }

    public void run(Runnable what) {
        context.runOnContext(v -> what.run());
    }

    public void after(long millis, Runnable what) {
        vertx.setTimer(millis, t -> context.runOnContext(v -> what.run()));
    }

    /** @return what ends it */
    public Runnable every(long millis, Runnable what) {
        long timer = vertx.setPeriodic(millis, t -> context.runOnContext(v -> what.run()));
        return () -> vertx.cancelTimer(timer);
    }

    /** Runs on the loop; returns with the answer. */
    public <T> T ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        run(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception | AssertionError failed) {
                answer.completeExceptionally(failed);
            }
        });
        return await(answer);
    }

    /** Not from the loop itself. */
    public static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
