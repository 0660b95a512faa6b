package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import parley.cluster.server.Node;

/** A WebSocket client that never blocks, and matches answers to requests by their id. */
public final class ChatSocket implements WebSocket.Listener, AutoCloseable {

    /** The code of RFC 6455 for a connection that ended without a close frame. */
    public static final int ABNORMAL = 1006;

    private static final Set<String> ANSWERS = Set.of("ok", "err", "welcome", "pong");

    public record Closed(int code, String reason) {}

    private final Consumer<JsonNode> listener;
    private final Map<Long, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final AtomicLong ids = new AtomicLong();
    private final StringBuilder parts = new StringBuilder();
    private volatile boolean reading = true;
    private volatile WebSocket socket;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    private ChatSocket(Consumer<JsonNode> listener) {
        this.listener = listener;
    }

    /** @param listener gets every frame; an answer before its future completes */
    public static CompletableFuture<ChatSocket> connect(
            HttpClient http, Node node, String token, Duration timeout, Consumer<JsonNode> listener) {
        return connect(http, node.ws(), token, timeout, listener);
    }

    /** The same at an address of its own, such as that of a proxy. */
    public static CompletableFuture<ChatSocket> connect(
            HttpClient http, URI address, String token, Duration timeout, Consumer<JsonNode> listener) {
        var made = new ChatSocket(listener);
        return http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .connectTimeout(timeout)
                .buildAsync(address, made)
                .thenApply(socket -> {
                    made.socket = socket;
                    return made;
                });
    }

    /** Connects and says hello; fails if that is refused. */
    public static CompletableFuture<ChatSocket> greeted(
            HttpClient http, Node node, String token, Duration timeout, Consumer<JsonNode> listener) {
        return connect(http, node, token, timeout, listener)
                .thenCompose(socket -> socket.ask(Json.of("t", "hello")).thenApply(welcome -> {
                    if (welcome.path("t").asText().equals("welcome")) return socket;
                    socket.close();
                    throw new IllegalStateException("hello refused: " + welcome);
                }));
    }

    /** Sends a frame; the future is its answer, or fails if the socket is closed first. */
    public CompletableFuture<JsonNode> ask(ObjectNode frame) {
        long id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        open.put(id, answer);
        text(frame.put("id", id).toString());
        if (closed.isDone()) end(closed.join());
        return answer;
    }

    public synchronized void text(String text) {
        writing = writing.handle((done, failed) -> null).thenCompose(done -> socket.sendText(text, true));
    }

    /** Whether everything passed to {@link #ask} and {@link #text} has been written. */
    public synchronized boolean isDrained() {
        return writing.isDone();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** Completes when the socket is closed. */
    public CompletableFuture<Closed> closed() {
        return closed;
    }

    public void stopReading() {
        reading = false;
    }

    public void readAgain() {
        reading = true;
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            receive(Json.parse(parts.toString()));
            parts.setLength(0);
        }
        if (reading) from.request(1);
        return null;
    }

    private void receive(JsonNode frame) {
        boolean answers = ANSWERS.contains(frame.path("t").asText());
        var answer = answers ? open.remove(frame.path("id").asLong()) : null;
        listener.accept(frame);
        if (answer != null) answer.complete(frame);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(new Closed(ABNORMAL, error.toString()));
    }

    private void end(Closed how) {
        closed.complete(how);
        open.values()
                .forEach(answer ->
                        answer.completeExceptionally(new IOException("closed " + how.code() + " " + how.reason())));
    }

    /** Without a close frame, as if the network had failed. */
    @Override
    public void close() {
        socket.abort();
        end(new Closed(ABNORMAL, "aborted by the client"));
    }
}
