package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parley.cluster.client.Json;
import parley.cluster.server.Node;

/** One client: connects, resumes, sends and repeats. Confined to the event loop. */
final class Device implements DeviceSocket.Listener {

    private static final long SILENT_NANOS = 20_000_000_000L;
    private static final long DEAD_NANOS = 40_000_000_000L;
    private static final long RESPONSE_NANOS = 12_000_000_000L;
    private static final long RETRY_MILLIS = 400;

    private record Request(Outgoing send, long atNanos) {}

    interface Listener {
        void acknowledged(Outgoing send, long pos);
    }

    private final LoadContext context;
    private final SimulatedUser owner;
    private final String name;
    private final DeviceSocket socket;
    private final DeviceConversations conversations;
    private final Map<Long, Request> requests = new HashMap<>();
    private final Map<Long, Consumer<JsonNode>> others = new HashMap<>();
    private final Listener listener;

    private long lastId;
    private long helloId;
    private long helloNanos;
    private boolean live;
    private long clockAheadMillis;

    Device(LoadContext context, SimulatedUser owner, String name, int node, Listener listener) {
        this.context = context;
        this.owner = owner;
        this.name = name;
        this.listener = listener;
        this.socket = new DeviceSocket(context, owner.token(), node, this);
        this.conversations = new DeviceConversations(context, this);
    }

    SimulatedUser owner() {
        return owner;
    }

    DeviceSocket socket() {
        return socket;
    }

    Node node() {
        return socket.node();
    }

    DeviceConversations conversations() {
        return conversations;
    }

    /** Whether the handshake is complete. */
    boolean isLive() {
        return live;
    }

    /** Whether everything is loaded and answered. */
    boolean isSettled() {
        return live && conversations.areSettled();
    }

    /** When the current socket sent its hello. */
    long helloNanos() {
        return helloNanos;
    }

    /** The time of the server. */
    long now() {
        return System.currentTimeMillis() + clockAheadMillis;
    }

    @Override
    public String toString() {
        return name + " on " + node();
    }

    @Override
    public void connected() {
        var resume = conversations.resume();
        helloId = ++lastId;
        helloNanos = System.nanoTime();
        socket.send(Json.of("t", "hello", "id", helloId, "resume", resume.isEmpty() ? null : resume)
                .toString());
    }

    @Override
    public void disconnected() {
        live = false;
        requests.values().forEach(request -> request.send.waits());
        requests.clear();
        var unanswered = List.copyOf(others.values());
        others.clear();
        unanswered.forEach(taker -> taker.accept(null));
    }

    @Override
    public void received(JsonNode frame) {
        switch (frame.path("t").asText()) {
            case "welcome" -> welcome(frame);
            case "ok" -> ok(frame);
            case "err" -> err(frame);
            case "msg" -> conversations.message(frame);
            case "upd" -> conversations.change(frame);
            case "conv" -> conversations.membership(frame.path("conversation"));
            default -> {} // receipts, typing, presence, store, pong, bye
        }
    }

    private void welcome(JsonNode frame) {
        live = true;
        socket.works();
        clockAheadMillis = Instant.parse(frame.path("serverTime").asText()).toEpochMilli() - System.currentTimeMillis();
        conversations.resumed(frame.path("recovered"));
    }

    /** Called periodically: gives up a connection that does not answer. */
    void checkConnection() {
        if (!socket.isOpen() || socket.isPaused()) return;
        long now = System.nanoTime();
        long silent = now - socket.receivedNanos();
        if (requests.values().stream().anyMatch(request -> now - request.atNanos > RESPONSE_NANOS)) {
            socket.abandon("no answer in time");
        } else if (silent > (live ? DEAD_NANOS : SILENT_NANOS)) {
            socket.abandon("silence");
        } else if (live && silent > SILENT_NANOS) {
            socket.send("{\"t\":\"ping\",\"id\":" + ++lastId + "}");
        }
    }

    void send(Outgoing send) {
        var held = conversations.get(send.key().conversation());
        if (held == null) {
            context.history().refused(send.sent(), "gone");
            return;
        }
        held.outbox().add(send);
        drain(held);
    }

    /** Sends a frame that has no answer. */
    void signal(ObjectNode frame) {
        if (live) socket.send(frame.toString());
    }

    /** @param taker receives the {@code ok} or {@code err}, or null if the connection ended before it */
    void request(ObjectNode frame, Consumer<JsonNode> taker) {
        long id = ++lastId;
        others.put(id, taker);
        socket.send(frame.put("id", id).toString());
    }

    /** Whether it was the answer to another request than a send. */
    private boolean answersOther(JsonNode frame) {
        var taker = others.remove(frame.path("id").asLong());
        if (taker != null) taker.accept(frame);
        return taker != null;
    }

    /** Sends what may be sent now. */
    void drain(ClientConversation held) {
        if (!live) return;
        for (var send : held.due(System.nanoTime())) {
            send.attempt();
            long id = ++lastId;
            requests.put(id, new Request(send, System.nanoTime()));
            socket.send(send.frame(id));
        }
    }

    private void ok(JsonNode frame) {
        if (answersOther(frame)) return;
        var request = requests.remove(frame.path("id").asLong());
        if (request == null) return;
        var send = request.send;
        long pos = frame.path("pos").asLong();
        context.history().acknowledged(send.sent(), pos, frame.path("dup").asBoolean(), send.isRepeat(), toString());
        listener.acknowledged(send, pos);
        var held = conversations.get(send.key().conversation());
        if (held == null) return;
        held.outbox().remove(send);
        conversations.acknowledged(held, send, frame);
        drain(held);
    }

    private void err(JsonNode frame) {
        long id = frame.path("id").asLong();
        if (id == helloId) {
            socket.abandon("hello refused");
            return;
        }
        if (answersOther(frame)) return;
        var request = requests.remove(id);
        if (request == null) return;
        var send = request.send;
        context.history().refused(send.sent(), frame.path("code").asText());
        var held = conversations.get(send.key().conversation());
        if (held == null) return;
        if (frame.path("retry").asBoolean()) {
            send.waits();
            long pause = Math.max(
                    context.jittered(RETRY_MILLIS), frame.path("retryAfterMs").asLong());
            held.holdUntil(System.nanoTime() + pause * 1_000_000);
            context.after(pause + 1, () -> drain(held));
        } else {
            held.outbox().remove(send);
            drain(held);
        }
    }

    /** Drops all unanswered sends. @return their number */
    int giveUp() {
        requests.clear();
        return conversations.clearOutboxes();
    }
}
