package parley.cluster.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** A person's socket for tests: waits for answers and keeps every frame that arrives, in order. */
public final class Chat implements AutoCloseable {

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<JsonNode> frames = new ArrayList<>();
    private final ChatSocket socket;

    private Chat(Node node, Person person) {
        socket = ChatSocket.connect(Api.HTTP, node, person.token(), Duration.ofSeconds(20), this::keep)
                .join();
    }

    private void keep(JsonNode frame) {
        synchronized (frames) {
            frames.add(frame);
        }
    }

    /** Connects without a hello. */
    public static Chat connect(Node node, Person person) {
        return new Chat(node, person);
    }

    /** Connects and says hello, with nothing to resume. */
    public static Chat hello(Node node, Person person) {
        return hello(node, person, Map.of());
    }

    public static Chat hello(Node node, Person person, Map<Long, Long> resume) {
        var chat = connect(node, person);
        var welcome = chat.now(Json.of("t", "hello", "resume", resume.isEmpty() ? null : resume));
        if ("welcome".equals(welcome.path("t").asText())) return chat;
        chat.close();
        throw new AssertionError("no welcome: " + welcome);
    }

    public CompletableFuture<JsonNode> ask(ObjectNode frame) {
        return socket.ask(frame);
    }

    /** Sends a frame and waits for the answer. */
    public JsonNode now(ObjectNode frame) {
        return await(ask(frame));
    }

    public CompletableFuture<JsonNode> send(long conversation, String cid, String body) {
        return ask(Json.of("t", "send", "cid", cid, "conv", conversation, "body", body));
    }

    /** Sends a message and waits for its ok. */
    public JsonNode say(long conversation, String body) {
        return ok(await(send(conversation, Cids.now(), body)));
    }

    /** The answer, which must be an ok. */
    public static JsonNode ok(JsonNode answer) {
        if (!"ok".equals(answer.path("t").asText())) throw new AssertionError("no ok: " + answer);
        return answer;
    }

    /** The answer, which must be an error with that code. */
    public static JsonNode err(String code, JsonNode answer) {
        if (!"err".equals(answer.path("t").asText())
                || !code.equals(answer.path("code").asText()))
            throw new AssertionError("no error " + code + ": " + answer);
        return answer;
    }

    /** Whether the server announced a replay of what the conversation missed, or that it has to be loaded again. */
    public boolean hasRecovered(long conversation) {
        var recovered = frames().getFirst().path("recovered").path(Long.toString(conversation));
        if (!recovered.isBoolean()) throw new AssertionError("nothing about " + conversation + ": " + frames());
        return recovered.asBoolean();
    }

    public void text(String text) {
        socket.text(text);
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

    /** The messages of a conversation, in the order of their arrival. */
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

    /** Waits for the message at a position. */
    public JsonNode message(long pos) {
        return one("msg", frame -> frame.path("pos").asLong() == pos);
    }

    public ChatSocket.Closed closed() {
        try {
            return socket.closed().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not closed", e);
        }
    }

    /** Reads nothing more, until {@link #listen}. */
    public void stopListening() {
        socket.stopReading();
    }

    public void listen() {
        socket.readAgain();
    }

    public boolean isOpen() {
        return socket.isOpen();
    }

    /** Without a close frame, as if the network had failed. */
    public void abort() {
        socket.close();
    }

    @Override
    public void close() {
        socket.close();
    }
}
