package parley.bench.limit;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import parley.cluster.server.Node;

/** Sockets to one server, on as many event loops as there are cores. */
final class RawSockets implements AutoCloseable {

    private static final int AT_ONCE = 50;
    private static final int PATIENCE_SECONDS = 60;

    private final Vertx vertx = Vertx.vertx();
    private final WebSocketClient client;
    private final List<WebSocket> open = new ArrayList<>();

    RawSockets(Node node, int count) throws Exception {
        client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(count));
        while (open.size() < count) connectMore(node, Math.min(AT_ONCE, count - open.size()));
    }

    private void connectMore(Node node, int count) throws Exception {
        var opening = IntStream.range(0, count).mapToObj(i -> connect(node)).toList();
        await(Future.all(opening));
        opening.forEach(one -> open.add(one.result()));
    }

    private Future<WebSocket> connect(Node node) {
        var uri = node.ws();
        return client.connect(new WebSocketConnectOptions()
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setURI(uri.getPath()));
    }

    List<WebSocket> all() {
        return open;
    }

    private static void await(Future<?> future) throws Exception {
        future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        await(vertx.close());
    }
}
