package parley.system.unread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;

/** A client that keeps its user's places by the frames that it gets, as docs/protocol.md tells it to. */
final class UnreadDevice implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final class Place {
        private long place;
        private long back;
        private long sent;
        private final TreeSet<Long> shown = new TreeSet<>();
    }

    private final Person user;
    private final Map<Long, Place> places = new HashMap<>();
    private Node node;
    private ChatSocket socket;

    UnreadDevice(Person user, Node node) {
        this.user = user;
        connect(node);
    }

    Node node() {
        return node;
    }

    /** Closes the socket, opens one at the node, and loads all places. */
    void connect(Node to) {
        if (socket != null) socket.close();
        node = to;
        socket = Eventually.yields(
                PATIENCE,
                () -> ChatSocket.greeted(HTTP, to, user.token(), PATIENCE, this::received)
                        .join());
        load();
    }

    /** Loads the places from the list, as after a reconnect or when a conversation is new. */
    void load() {
        var list = Eventually.yields(
                PATIENCE,
                () -> user.at(node).get("/api/conversations?limit=200").as(200));
        synchronized (this) {
            for (var item : list.path("items")) {
                var mine = of(item.path("id").asLong());
                mine.place = item.path("read").asLong();
                mine.back = item.path("back").asLong();
                mine.sent = item.path("sent").asLong();
            }
        }
    }

    /** Sends a frame until it is accepted: a node may learn of a membership a moment later than another. */
    JsonNode ask(ObjectNode frame) {
        return Eventually.yields(PATIENCE, () -> Chat.ok(Chat.await(socket.ask(frame.deepCopy()))));
    }

    synchronized void read(long conversation, long pos) {
        var mine = of(conversation);
        mine.place = Math.max(mine.place, pos);
    }

    synchronized void sent(long conversation, long pos) {
        var mine = of(conversation);
        mine.shown.add(pos);
        mine.sent = Math.max(mine.sent, pos);
        if (pos > mine.back) mine.place = Math.max(mine.place, pos);
    }

    synchronized long place(long conversation) {
        return of(conversation).place;
    }

    /** The positions of messages that it was shown. */
    synchronized TreeSet<Long> shown(long conversation) {
        return new TreeSet<>(of(conversation).shown);
    }

    private Place of(long conversation) {
        return places.computeIfAbsent(conversation, c -> new Place());
    }

    private synchronized void received(JsonNode frame) {
        long conversation = frame.path("conv").asLong();
        switch (frame.path("t").asText()) {
            case "msg" -> {
                long pos = frame.path("pos").asLong();
                if (frame.has("kind")) return;
                if (frame.path("from").asLong() == user.id()) sent(conversation, pos);
                else of(conversation).shown.add(pos);
            }
            case "receipt" -> {
                if (frame.path("user").asLong() == user.id()) receipt(of(conversation), frame);
            }
            default -> {} // of no importance for places
        }
    }

    private static void receipt(Place mine, JsonNode frame) {
        long read = frame.path("read").asLong();
        if (!frame.has("back")) {
            mine.place = Math.max(mine.place, read);
            return;
        }
        mine.back = Math.max(mine.back, frame.path("back").asLong());
        mine.place = mine.sent > mine.back ? Math.max(read, mine.sent) : read;
    }

    @Override
    public void close() {
        socket.close();
    }
}
