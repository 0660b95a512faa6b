package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.cluster.client.Json;
import parley.cluster.server.Node;
import parley.faults.model.Fold;
import parley.faults.model.Kind;

/** One client: greets, resumes, sends, repeats, and holds what it was shown. Lives on the loop alone. */
final class Device implements DeviceSocket.User {

    private static final long SILENT_NANOS = 20_000_000_000L;
    private static final long DEAD_NANOS = 40_000_000_000L;
    private static final long ANSWER_NANOS = 12_000_000_000L;
    private static final long HELD_MILLIS = 400;

    private record Asked(Outgoing what, long atNanos) {}

    private final LoadContext ground;
    private final Pages pages;
    private final SimulatedUser owner;
    private final String name;
    private final DeviceSocket wire;
    private final Map<Long, ClientConversation> rooms = new LinkedHashMap<>();
    private final Map<Long, Asked> asked = new HashMap<>();
    private final Listener listener;
    private long lastId;
    private long helloId;
    private long helloNanos;
    private boolean live;
    private boolean listed;
    private long clockAheadMillis;

    /** Who wants to know what was acknowledged. */
    interface Listener {
        void acknowledged(Outgoing what, long pos);
    }

    Device(LoadContext ground, Pages pages, SimulatedUser owner, String name, int node, Listener listener) {
        this.ground = ground;
        this.pages = pages;
        this.owner = owner;
        this.name = name;
        this.listener = listener;
        this.wire = new DeviceSocket(ground, owner.token(), node, this);
    }

    SimulatedUser owner() {
        return owner;
    }

    DeviceSocket wire() {
        return wire;
    }

    Node node() {
        return wire.node();
    }

    Map<Long, ClientConversation> rooms() {
        return rooms;
    }

    boolean isLive() {
        return live;
    }

    /** Everything is loaded, and nothing waits for an answer. */
    boolean isCalm() {
        return live
                && listed
                && rooms.values().stream()
                        .allMatch(room -> room.isLoaded() && room.outbox().isEmpty());
    }

    long now() {
        return System.currentTimeMillis() + clockAheadMillis;
    }

    @Override
    public String toString() {
        return name + " on " + node();
    }

    // -- the way

    @Override
    public void connected() {
        rooms.values().forEach(ClientConversation::socketChanged);
        var resume = new LinkedHashMap<String, Long>();
        rooms.values().forEach(room -> {
            if (room.position() >= 0) resume.put(Long.toString(room.conversation()), room.position());
        });
        helloId = ++lastId;
        helloNanos = System.nanoTime();
        wire.say(Json.of("t", "hello", "id", helloId, "resume", resume.isEmpty() ? null : resume)
                .toString());
    }

    @Override
    public void lost() {
        live = false;
        asked.values().forEach(each -> each.what.waits());
        asked.clear();
    }

    @Override
    public void heard(JsonNode frame) {
        switch (frame.path("t").asText()) {
            case "welcome" -> welcome(frame);
            case "ok" -> ok(frame);
            case "err" -> err(frame);
            case "msg" -> message(frame);
            case "upd" -> change(frame);
            case "conv" -> conversation(frame.path("conversation"));
            default -> {} // receipts, typing, presence, store, pong, bye
        }
    }

    private void welcome(JsonNode frame) {
        live = true;
        wire.works();
        clockAheadMillis = Instant.parse(frame.path("serverTime").asText()).toEpochMilli() - System.currentTimeMillis();
        var recovered = frame.path("recovered");
        for (var room : List.copyOf(rooms.values())) {
            boolean whole = recovered.path(Long.toString(room.conversation())).asBoolean();
            ground.history().count(whole ? "resumed" : "loaded afresh");
            if (!whole) load(room);
            drain(room);
        }
        if (!listed) list();
    }

    /** Now and then: is anybody there? */
    void look() {
        if (!wire.isOpen() || wire.isPaused()) return;
        long now = System.nanoTime();
        boolean late = asked.values().stream().anyMatch(each -> now - each.atNanos > ANSWER_NANOS);
        long silent = now - wire.heardNanos();
        if (late) wire.giveUp("no answer in time");
        else if (silent > (live ? DEAD_NANOS : SILENT_NANOS)) wire.giveUp("silence");
        else if (live && silent > SILENT_NANOS) wire.say("{\"t\":\"ping\",\"id\":" + ++lastId + "}");
    }

    // -- what is held

    private void message(JsonNode frame) {
        long conversation = frame.path("conv").asLong();
        long pos = frame.path("pos").asLong();
        if (Shapes.isUnerased(frame)) ground.history().notErased(conversation, pos, "a frame to " + this);
        ground.known()
                .shown(
                        toString(),
                        node(),
                        conversation,
                        pos,
                        frame.path("at").asLong(0),
                        frame.path("revoked").asBoolean(),
                        helloNanos);
        shown(frame, Shapes.message(frame));
    }

    private void change(JsonNode frame) {
        var arrival = Shapes.change(frame);
        var change = arrival.change();
        if (change.kind() != Kind.REACTION) {
            ground.known()
                    .delivered(
                            node(),
                            frame.path("conv").asLong(),
                            change.target(),
                            change.at(),
                            change.kind() == Kind.REVOKED,
                            System.nanoTime());
        }
        shown(frame, arrival);
    }

    private void shown(JsonNode frame, Arrival arrival) {
        long conversation = frame.path("conv").asLong();
        var room = rooms.get(conversation);
        if (room == null) room = enter(conversation);
        order(room, arrival.place());
        if (!room.take(arrival, ground.history().tenths())) gap(room);
    }

    private void order(ClientConversation room, long place) {
        long before = room.follows(place);
        if (before >= 0) ground.history().reordered(toString(), room.conversation(), place, before);
    }

    private void gap(ClientConversation room) {
        ground.history().count("gaps");
        load(room);
    }

    private ClientConversation enter(long conversation) {
        var room = new ClientConversation(conversation);
        rooms.put(conversation, room);
        load(room);
        return room;
    }

    private void leave(long conversation) {
        var room = rooms.remove(conversation);
        if (room == null) return;
        for (var one : room.outbox()) {
            if (one.isWaiting()) ground.history().refused(one.sent(), "gone");
        }
    }

    private void conversation(JsonNode conversation) {
        long id = conversation.path("id").asLong();
        if (conversation.path("gone").asBoolean()) leave(id);
        else if (rooms.get(id) instanceof ClientConversation room) load(room);
        else enter(id);
    }

    private void load(ClientConversation room) {
        load(room, room.loads(), 0);
    }

    private void load(ClientConversation room, int load, int failures) {
        pages.newest(node(), owner.token(), room.conversation()).onComplete(came -> {
            if (!room.awaits(load) || rooms.get(room.conversation()) != room) return;
            if (came.succeeded()) {
                if (!room.show(came.result(), ground.history().tenths())) gap(room);
            } else if (came.cause() instanceof Pages.Refused refused && refused.isNotThere()) {
                leave(room.conversation());
            } else {
                ground.history().count("pages failed");
                ground.after(ground.jittered(500L << Math.min(failures, 4)), () -> {
                    if (room.awaits(load)) load(room, load, failures + 1);
                });
            }
        });
    }

    /** Finds what it is in, and forgets what it is not in any more. */
    void list() {
        listed = false;
        list(new ArrayList<>(), "");
    }

    private void list(List<Long> found, String place) {
        ground.rest()
                .get(node(), "/api/conversations?limit=200" + place, owner.token())
                .onComplete(came -> {
                    if (came.failed() || came.result().status() != 200) {
                        ground.after(ground.jittered(2_000), this::list);
                        return;
                    }
                    came.result()
                            .json()
                            .path("items")
                            .forEach(item -> found.add(item.path("id").asLong()));
                    var next = came.result().json().path("next");
                    if (!next.isMissingNode()) {
                        list(
                                found,
                                "&after="
                                        + java.net.URLEncoder.encode(
                                                next.asText(), java.nio.charset.StandardCharsets.UTF_8));
                        return;
                    }
                    for (long conversation : List.copyOf(rooms.keySet())) {
                        if (!found.contains(conversation)) leave(conversation);
                    }
                    for (long conversation : found) {
                        if (!rooms.containsKey(conversation)) enter(conversation);
                    }
                    listed = true;
                });
    }

    // -- what is sent

    void send(Outgoing what) {
        var room = rooms.get(what.key().conversation());
        if (room == null) {
            ground.history().refused(what.sent(), "gone");
            return;
        }
        room.outbox().add(what);
        drain(room);
    }

    /** Says something that nobody answers. */
    void remark(ObjectNode frame) {
        if (live) wire.say(frame.toString());
    }

    private void drain(ClientConversation room) {
        if (!live) return;
        for (var what : room.due(System.nanoTime())) {
            what.goes();
            long id = ++lastId;
            asked.put(id, new Asked(what, System.nanoTime()));
            wire.say(what.frame(id));
        }
    }

    private void ok(JsonNode frame) {
        var answered = asked.remove(frame.path("id").asLong());
        if (answered == null) return;
        var what = answered.what;
        long pos = frame.path("pos").asLong();
        boolean dup = frame.path("dup").asBoolean();
        ground.history().acknowledged(what.sent(), pos, dup, what.isRepeat(), toString());
        listener.acknowledged(what, pos);
        var room = rooms.get(what.key().conversation());
        if (room == null) return;
        room.outbox().remove(what);
        // Without prev it came ahead of what the client is still catching up with.
        if (!dup && frame.has("prev")) order(room, pos);
        // A repeat of what was known for long is no news here; what else is acknowledged stands for its own frame.
        boolean news = !what.isRepeat() || frame.has("prev");
        if (news
                && !room.take(
                        arrival(what, pos, Shapes.prev(frame)), ground.history().tenths())) gap(room);
        drain(room);
    }

    private static Arrival arrival(Outgoing what, long pos, long prev) {
        if (what.sent().kind() != Kind.MESSAGE) return Arrival.change(prev, what.change(pos));
        return Arrival.line(
                pos,
                prev,
                what.key().identity(what.sent().target()),
                Fold.of(what.sent().digest()));
    }

    private void err(JsonNode frame) {
        long id = frame.path("id").asLong();
        if (id == helloId) {
            wire.giveUp("hello refused");
            return;
        }
        var answered = asked.remove(id);
        if (answered == null) return;
        var what = answered.what;
        var code = frame.path("code").asText();
        ground.history().refused(what.sent(), code);
        var room = rooms.get(what.key().conversation());
        if (room == null) return;
        if (frame.path("retry").asBoolean()) {
            what.waits();
            long pause = Math.max(
                    ground.jittered(HELD_MILLIS), frame.path("retryAfterMs").asLong());
            room.hold(System.nanoTime() + pause * 1_000_000);
            ground.after(pause + 1, () -> drain(room));
        } else {
            room.outbox().remove(what);
            drain(room);
        }
    }

    /** Lets go of what was never answered. */
    int giveUp() {
        int given = 0;
        for (var room : rooms.values()) {
            given += room.outbox().size();
            room.outbox().clear();
        }
        asked.clear();
        return given;
    }
}
