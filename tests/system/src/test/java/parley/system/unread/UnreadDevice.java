package parley.system.unread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import parley.cluster.client.Chat;
import parley.cluster.client.ChatSocket;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.system.unread.UnreadModel.Count;

/** A client that keeps places and counts by the frames that it gets, as docs/protocol.md tells it to. */
final class UnreadDevice implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String LIST = "/api/conversations";

    /** @param isRepeated whether it was sent more than once */
    record Answer(JsonNode ok, boolean isRepeated) {}

    private final Person user;
    private final Supplier<Node> anyNode;
    private final Map<Long, HeldCounts> conversations = new HashMap<>();
    /** The frames since something was asked for, which its answer may precede; null if nothing is loading. */
    private List<JsonNode> meanwhile;

    private boolean toLoad;
    private boolean isStoreDown;
    private boolean isDatabaseLost;
    private boolean isLoadedWithoutDatabase;
    private volatile Node node;
    private ChatSocket socket;

    /** @param anyNode one that is running, to which it connects when its node has died */
    UnreadDevice(Person user, Supplier<Node> anyNode) {
        this.user = user;
        this.anyNode = anyNode;
    }

    Node node() {
        return node;
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    /** Closes the socket, opens one at another node or the same, and loads everything. */
    void connect(Supplier<Node> to) {
        if (socket != null) socket.close();
        Eventually.holds(PATIENCE, () -> {
            open(to.get());
            load();
        });
    }

    private void open(Node at) {
        node = at;
        synchronized (this) {
            isStoreDown = false;
        }
        socket = ChatSocket.greeted(HTTP, at, user.token(), Chat.PATIENCE, this::received)
                .join();
    }

    /** Loads everything. */
    private void load() {
        synchronized (this) {
            toLoad = false;
            isLoadedWithoutDatabase = false;
        }
        load("?limit=200");
    }

    /** Loads the list, or one conversation. */
    private void load(String what) {
        synchronized (this) {
            meanwhile = new ArrayList<>();
            isLoadedWithoutDatabase |= isDatabaseLost;
        }
        var answer = user.at(node).get(LIST + what).as(200);
        synchronized (this) {
            Iterable<JsonNode> items = answer.has("items") ? answer.path("items") : List.of(answer);
            for (var item : items) of(item).load(item);
            var frames = meanwhile;
            meanwhile = null;
            frames.forEach(this::count);
        }
    }

    /** Sends a frame until it is accepted: a node may learn of a membership later than another, or die. */
    Answer ask(ObjectNode frame) {
        var attempts = new int[1];
        var ok = Eventually.yields(PATIENCE, () -> {
            attempts[0]++;
            if (!socket.isOpen()) connect(anyNode);
            return Chat.ok(Chat.await(socket.ask(frame.deepCopy())));
        });
        return new Answer(ok, attempts[0] > 1);
    }

    synchronized void read(long conversation, long pos) {
        of(conversation).read(pos);
    }

    synchronized void sent(long conversation, long pos) {
        of(conversation).sent(pos);
    }

    /** What it loads from now on may be wrong, until the server tells it that the database is back. */
    synchronized void databaseIsLost(boolean now) {
        isDatabaseLost = now;
    }

    synchronized boolean isStoreDown() {
        return isStoreDown;
    }

    /** Whether all it holds was loaded while the database was up. */
    synchronized boolean isExact() {
        return !isLoadedWithoutDatabase;
    }

    /** Loads again if it was told to, by a frame. */
    void refresh() {
        synchronized (this) {
            if (!toLoad) return;
        }
        try {
            load();
        } catch (RuntimeException | AssertionError failed) {
            synchronized (this) {
                toLoad = true;
            }
            throw failed;
        }
    }

    synchronized long place(long conversation) {
        return of(conversation).place();
    }

    /** Empty if it has to ask. */
    synchronized Optional<Count> held(long conversation) {
        return of(conversation).count();
    }

    Count count(long conversation) {
        var held = held(conversation);
        if (held.isPresent()) return held.get();
        load("/" + conversation);
        return held(conversation).orElseThrow(() -> new AssertionError("changes arrive while it loads"));
    }

    /** The positions of messages that it was shown. */
    synchronized TreeSet<Long> shown(long conversation) {
        return of(conversation).shown();
    }

    private HeldCounts of(JsonNode conversation) {
        return of(conversation.path("id").asLong());
    }

    private HeldCounts of(long conversation) {
        return conversations.computeIfAbsent(conversation, c -> new HeldCounts(user.id()));
    }

    private synchronized void received(JsonNode frame) {
        if (meanwhile != null) meanwhile.add(frame);
        switch (frame.path("t").asText()) {
            case "store" -> store(frame.path("state").asText().equals("down"));
            case "msg" -> {
                if (joins(frame)) toLoad = true;
                count(frame);
            }
            default -> count(frame);
        }
    }

    /** Counts that were loaded while the database was down may be wrong. */
    private void store(boolean isDown) {
        if (isStoreDown && !isDown) toLoad = true;
        isStoreDown = isDown;
    }

    private void count(JsonNode frame) {
        var held = of(frame.path("conv").asLong());
        switch (frame.path("t").asText()) {
            case "msg" -> {
                if (!frame.has("kind")) held.message(frame);
            }
            case "upd" -> held.change(frame);
            case "receipt" -> {
                if (frame.path("user").asLong() == user.id()) held.receipt(frame);
            }
            default -> {} // of no importance for places and counts
        }
    }

    private boolean joins(JsonNode notice) {
        return notice.path("kind").asText().equals("member")
                && notice.path("user").asLong() == user.id()
                && !notice.path("gone").asBoolean();
    }

    @Override
    public String toString() {
        return node + "/" + Integer.toHexString(hashCode() & 0xff);
    }

    @Override
    public void close() {
        socket.close();
    }
}
