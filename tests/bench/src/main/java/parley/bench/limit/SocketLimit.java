package parley.bench.limit;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import parley.bench.data.LogRecords;
import parley.bench.run.Bench;
import parley.cluster.client.AsyncChatSocket;
import parley.cluster.server.Node;

/** What the server's WebSockets do without an application: echo frames, and send one frame to many sockets. */
public final class SocketLimit {

    private static final int SOCKETS = 100;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String FRAME =
            "{\"t\":\"send\",\"id\":100000,\"cid\":\"0199a3b4-7c1d-7000-8000-000000000000\",\"conv\":10000,\"body\":\""
                    + LogRecords.BODY + "\"}";
    /** Broadcasts in flight: enough to keep the server busy. */
    private static final int BROADCASTS = 3;

    private SocketLimit() {}

    /** The limit of a fan-out. */
    public static String broadcast(int receivers) {
        return "raw socket broadcast 1 to %,d".formatted(receivers);
    }

    public static void measure(Bench bench) throws Exception {
        try (var server = EchoServer.start()) {
            for (int window : List.of(1, 10)) {
                var name = "raw socket echo, window %d".formatted(window);
                new RawLoad(name, "frames/s", SOCKETS, SOCKETS, window, FRAME).run(bench, server.node());
            }
            for (int receivers : List.of(100, 1_000)) {
                var frame = Echo.BROADCAST + FRAME;
                new RawLoad(broadcast(receivers), "deliveries/s", receivers, 1, BROADCASTS, frame)
                        .run(bench, server.node());
            }
        }
    }

    /** The first sockets send: each has a window of frames in flight, and sends the next one when it receives one. */
    private record RawLoad(String name, String unit, int sockets, int senders, int window, String frame) {

        void run(Bench bench, Node node) {
            var count = new LongAdder();
            var vertx = Vertx.vertx();
            try {
                var client = vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(sockets));
                var open = IntStream.range(0, sockets)
                        .mapToObj(i -> connect(client, node, socket -> {
                            count.increment();
                            if (i < senders) socket.send(frame);
                        }))
                        .toList();
                for (int i = 0; i < window; i++) open.subList(0, senders).forEach(socket -> socket.send(frame));
                bench.addRate(name, unit, count);
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
    }

    /** @param onFrame called with the socket for each frame that it receives */
    private static AsyncChatSocket connect(WebSocketClient client, Node node, Consumer<AsyncChatSocket> onFrame) {
        var socket = new CompletableFuture<AsyncChatSocket>();
        AsyncChatSocket.connect(client, node.ws(), null, TIMEOUT, new AsyncChatSocket.Listener() {
                    @Override
                    public void text(String frame) {
                        onFrame.accept(socket.resultNow());
                    }

                    @Override
                    public void closed(int status, String reason) {}
                })
                .onSuccess(socket::complete)
                .onFailure(socket::completeExceptionally);
        return socket.join();
    }
}
