package parley.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.faults.load.ClientConversation.Arrival;
import parley.faults.model.Fold;
import parley.faults.model.Kind;

/** The conversations of a device: applies frames, and loads pages where there is a gap. */
final class DeviceConversations {

    private static final long LOAD_RETRY_MILLIS = 500;
    private static final int LOAD_DOUBLINGS = 4;
    private static final long LIST_RETRY_MILLIS = 2_000;

    private final LoadContext context;
    private final Device device;
    private final Map<Long, ClientConversation> byId = new LinkedHashMap<>();
    private boolean listed;

    DeviceConversations(LoadContext context, Device device) {
        this.context = context;
        this.device = device;
    }

    /** Null if the user is not a member. */
    ClientConversation get(long id) {
        return byId.get(id);
    }

    Collection<ClientConversation> all() {
        return byId.values();
    }

    boolean areSettled() {
        return listed
                && byId.values().stream()
                        .allMatch(held -> held.isLoaded() && held.outbox().isEmpty());
    }

    int clearOutboxes() {
        int dropped = 0;
        for (var held : byId.values()) {
            dropped += held.outbox().size();
            held.outbox().clear();
        }
        return dropped;
    }

    /** The positions to resume from. */
    Map<String, Long> resume() {
        var positions = new LinkedHashMap<String, Long>();
        for (var held : byId.values()) {
            held.socketChanged();
            if (held.position() >= 0) positions.put(Long.toString(held.id()), held.position());
        }
        return positions;
    }

    void resumed(JsonNode recovered) {
        for (var held : List.copyOf(byId.values())) {
            boolean complete = recovered.path(Long.toString(held.id())).asBoolean();
            context.history().count(complete ? "resumed" : "reloaded");
            if (!complete) load(held);
            device.drain(held);
        }
        if (!listed) list();
    }

    void message(JsonNode frame) {
        long id = frame.path("conv").asLong();
        long pos = frame.path("pos").asLong();
        if (FrameReader.isNotErased(frame)) context.history().notErased(id, pos, "a frame to " + device);
        context.files().shown(frame, "a frame to " + device);
        context.files().delivered(frame, device.node(), device.owner());
        context.known()
                .shown(
                        device.toString(),
                        device.node(),
                        id,
                        pos,
                        frame.path("at").asLong(0),
                        frame.path("revoked").asBoolean(),
                        device.helloNanos());
        apply(id, FrameReader.message(frame));
    }

    void change(JsonNode frame) {
        long id = frame.path("conv").asLong();
        var arrival = FrameReader.change(frame);
        var change = arrival.change();
        if (change.kind() != Kind.REACTION) {
            context.known()
                    .delivered(
                            device.node(),
                            id,
                            change.target(),
                            change.at(),
                            change.kind() == Kind.REVOKED,
                            System.nanoTime());
        }
        apply(id, arrival);
    }

    private void apply(long id, Arrival arrival) {
        context.history().received(id, device.owner().id(), arrival.pos());
        var held = byId.get(id);
        if (held == null) held = enter(id);
        checkOrder(held, arrival.pos());
        if (!held.apply(arrival, context.history().tenths())) gap(held);
    }

    private void checkOrder(ClientConversation held, long pos) {
        long before = held.outOfOrder(pos);
        if (before >= 0) context.history().reordered("a socket of " + device, held.id(), pos, before);
    }

    /** The acknowledgement stands for the frame, which the sender does not get. */
    void acknowledged(ClientConversation held, Outgoing send, JsonNode ok) {
        long pos = ok.path("pos").asLong();
        // Without prev it was sent ahead of what the client is still catching up with.
        if (!ok.path("dup").asBoolean() && ok.has("prev")) checkOrder(held, pos);
        // The device knows the original of a repeat, unless the ok has a prev.
        boolean isNew = !send.isRepeat() || ok.has("prev");
        if (isNew
                && !held.apply(
                        arrival(send, pos, FrameReader.prev(ok)),
                        context.history().tenths())) gap(held);
    }

    private static Arrival arrival(Outgoing send, long pos, long prev) {
        var sent = send.sent();
        if (sent.kind() != Kind.MESSAGE) return Arrival.change(prev, send.change(pos));
        return Arrival.line(pos, prev, send.key().identity(sent.target()), Fold.of(sent.digest()));
    }

    private void gap(ClientConversation held) {
        context.history().count("gaps");
        load(held);
    }

    /** The user was added or removed, or the conversation was changed. */
    void membership(JsonNode conversation) {
        long id = conversation.path("id").asLong();
        if (conversation.path("gone").asBoolean()) leave(id);
        else if (byId.get(id) instanceof ClientConversation held) load(held);
        else enter(id);
    }

    private ClientConversation enter(long id) {
        var held = new ClientConversation(id);
        byId.put(id, held);
        load(held);
        return held;
    }

    private void leave(long id) {
        var held = byId.remove(id);
        if (held == null) return;
        held.outbox().stream()
                .filter(Outgoing::isWaiting)
                .forEach(send -> context.history().refused(send.sent(), "gone"));
    }

    private void load(ClientConversation held) {
        load(held, held.startLoad(), 0);
    }

    private void load(ClientConversation held, int load, int failures) {
        context.pages().newest(device.node(), device.owner(), held.id()).onComplete(page -> {
            if (!held.awaits(load) || byId.get(held.id()) != held) return;
            if (page.succeeded()) {
                if (!held.show(page.result(), context.history().tenths())) gap(held);
            } else if (page.cause() instanceof Pages.Refused refused && refused.isNotFound()) {
                leave(held.id());
            } else {
                context.history().count("pages failed");
                context.after(context.jittered(LOAD_RETRY_MILLIS << Math.min(failures, LOAD_DOUBLINGS)), () -> {
                    if (held.awaits(load)) load(held, load, failures + 1);
                });
            }
        });
    }

    /** Loads the list of conversations; enters those that are new and leaves those that are gone. */
    void list() {
        listed = false;
        list(new HashSet<>(), "");
    }

    private void list(Set<Long> found, String after) {
        var path = "/api/conversations?limit=200" + after;
        context.rest().get(device.node(), path, device.owner().token()).onComplete(response -> {
            if (response.failed() || response.result().status() != 200) {
                context.after(context.jittered(LIST_RETRY_MILLIS), this::list);
                return;
            }
            var json = response.result().json();
            json.path("items").forEach(item -> found.add(item.path("id").asLong()));
            if (json.has("next")) {
                list(found, "&after=" + URLEncoder.encode(json.path("next").asText(), StandardCharsets.UTF_8));
                return;
            }
            List.copyOf(byId.keySet()).stream()
                    .filter(id -> !found.contains(id))
                    .forEach(this::leave);
            found.stream().filter(id -> !byId.containsKey(id)).forEach(this::enter);
            listed = true;
        });
    }
}
