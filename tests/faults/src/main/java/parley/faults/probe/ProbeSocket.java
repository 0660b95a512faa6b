package parley.faults.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import parley.cluster.client.Json;
import parley.cluster.server.Node;

/** A socket of one who never waits for long. */
public final class ProbeSocket implements WebSocket.Listener, AutoCloseable {

    private final Consumer<JsonNode> listener;
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final AtomicLong ids = new AtomicLong();
    private final StringBuilder parts = new StringBuilder();
    private volatile WebSocket socket;
    private volatile String closed;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    private ProbeSocket(Consumer<JsonNode> listener) {
        this.listener = listener;
    }

    /** @param listener hears every frame */
    public static CompletableFuture<ProbeSocket> connect(
            HttpClient http, Node node, String token, Duration patience, Consumer<JsonNode> listener) {
        var made = new ProbeSocket(listener);
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(patience)
                .buildAsync(node.ws(), made)
                .thenApply(socket -> {
                    made.socket = socket;
                    return made;
                });
    }

    /** Greeted as well; fails where the greeting is refused. */
    public static CompletableFuture<ProbeSocket> greeted(
            HttpClient http, Node node, String token, Duration patience, Consumer<JsonNode> listener) {
        return connect(http, node, token, patience, listener)
                .thenCompose(socket -> socket.ask(Json.of("t", "hello")).thenApply(welcome -> {
                    if (welcome.path("t").asText().equals("welcome")) return socket;
                    socket.close();
                    throw new IllegalStateException("hello refused: " + welcome);
                }));
    }

    /** The answer with the frame's id, whichever it is; fails where the socket ends first. */
    public CompletableFuture<JsonNode> ask(ObjectNode frame) {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        open.put(id, answer);
        write(frame.put("id", id).toString());
        if (closed != null) end(closed);
        return answer;
    }

    private synchronized void write(String text) {
        writing = writing.handle((done, failed) -> null).thenCompose(done -> socket.sendText(text, true));
    }

    /** Whether all that was asked has been written. */
    public synchronized boolean isDrained() {
        return writing.isDone();
    }

    public boolean isOpen() {
        return closed == null;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            hear(Json.parse(parts.toString()));
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(JsonNode frame) {
        var type = frame.path("t").asText();
        boolean answers = type.equals("ok") || type.equals("err") || type.equals("welcome");
        var answer = answers ? open.remove(frame.path("id").asLong()) : null;
        // The listener first: when the answer is there, all frames before it have been handled.
        listener.accept(frame);
        if (answer != null) answer.complete(frame);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end("closed " + code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(error.toString());
    }

    private void end(String how) {
        closed = how;
        open.values().forEach(answer -> answer.completeExceptionally(new IOException(how)));
    }

    @Override
    public void close() {
        socket.abort();
        end("closed by the probe");
    }
}
