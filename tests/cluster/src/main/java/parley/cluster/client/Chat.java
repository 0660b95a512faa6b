package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** A socket: sends frames with ids, keeps every frame that comes, in order. */
public final class Chat implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    public record Closed(int code, String reason) {}

    private final List<JsonNode> frames = new ArrayList<>();
    private final Map<String, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final AtomicLong ids = new AtomicLong();
    private volatile boolean listening = true;
    private WebSocket socket;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    private Chat() {}

    /** Connected, not yet greeted. */
    public static Chat connect(Node node, Person person) {
        var chat = new Chat();
        chat.socket = Api.HTTP
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + person.token())
                .connectTimeout(Duration.ofSeconds(20))
                .buildAsync(node.ws(), chat.new Ear())
                .join();
        return chat;
    }

    /** Connected and welcomed, as one who holds nothing. */
    public static Chat hello(Node node, Person person) {
        return hello(node, person, Map.of());
    }

    public static Chat hello(Node node, Person person, Map<Long, Long> resume) {
        var chat = connect(node, person);
        var welcome = chat.now(Json.of("t", "hello", "resume", resume.isEmpty() ? null : resume));
        if (!"welcome".equals(welcome.path("t").asText())) throw new AssertionError("no welcome: " + welcome);
        return chat;
    }

    public CompletableFuture<JsonNode> ask(ObjectNode frame) {
        var id = Long.toString(ids.incrementAndGet());
        var answer = new CompletableFuture<JsonNode>();
        open.put(id, answer);
        text(frame.put("id", Long.parseLong(id)).toString());
        if (closed.isDone()) end(closed.join());
        return answer;
    }

    /** Asks, and waits for the answer. */
    public JsonNode now(ObjectNode frame) {
        return await(ask(frame));
    }

    public CompletableFuture<JsonNode> send(long conversation, String cid, String body) {
        return ask(Json.of("t", "send", "cid", cid, "conv", conversation, "body", body));
    }

    /** Sends, and waits for its ok. */
    public JsonNode say(long conversation, String body) {
        var answer = await(send(conversation, Cids.now(), body));
        if (!"ok".equals(answer.path("t").asText())) throw new AssertionError("no ok: " + answer);
        return answer;
    }

    public synchronized void text(String text) {
        writing = writing.handle((done, failed) -> null).thenCompose(done -> socket.sendText(text, true));
    }

    public static JsonNode await(CompletableFuture<JsonNode> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("no answer", e);
        }
    }

    /** Every frame so far. */
    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    public List<JsonNode> frames(String type) {
        return frames().stream()
                .filter(frame -> frame.path("t").asText().equals(type))
                .toList();
    }

    /** The messages of a conversation, as they came. */
    public List<JsonNode> messages(long conversation) {
        return frames("msg").stream()
                .filter(frame -> frame.path("conv").asLong() == conversation)
                .toList();
    }

    /** Waits for a frame of that type. */
    public JsonNode one(String type, Predicate<JsonNode> which) {
        return Eventually.yields(
                PATIENCE,
                () -> frames(type).stream()
                        .filter(which)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no such " + type + " in " + frames())));
    }

    public Closed closed() {
        try {
            return closed.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not closed", e);
        }
    }

    /** Reads nothing more, until {@link #listen}. */
    public void stopListening() {
        listening = false;
    }

    public void listen() {
        listening = true;
        socket.request(1);
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    /** As if the cable had been pulled. */
    public void abort() {
        socket.abort();
        end(new Closed(1006, "aborted"));
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void end(Closed how) {
        closed.complete(how);
        open.values().forEach(answer -> answer.completeExceptionally(new IllegalStateException("closed: " + how)));
    }

    private void hear(String text) {
        var frame = Json.parse(text);
        synchronized (frames) {
            frames.add(frame);
        }
        var type = frame.path("t").asText();
        var answer = type.equals("ok") || type.equals("err") || type.equals("welcome") || type.equals("pong")
                ? open.remove(frame.path("id").asText())
                : null;
        if (answer != null) answer.complete(frame);
    }

    private final class Ear implements WebSocket.Listener {

        private final StringBuilder parts = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                hear(parts.toString());
                parts.setLength(0);
            }
            if (listening) webSocket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            end(new Closed(statusCode, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            end(new Closed(1006, error.toString()));
        }
    }
}
