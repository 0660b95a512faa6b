package parley.faults.load;

import static parley.faults.model.Kind.EDITED;
import static parley.faults.model.Kind.MESSAGE;
import static parley.faults.model.Kind.REACTION;
import static parley.faults.model.Kind.REVOKED;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.faults.model.Digest;
import parley.faults.model.Key;
import parley.faults.model.Kind;

/** The mix of what users do. */
final class Workload implements Device.Listener {

    /** Upper bounds in thousandths of all actions; the rest are messages over WebSocket. */
    private static final int REACT = 25;

    private static final int EDIT = REACT + 30;
    private static final int REVOKE = EDIT + 8;
    private static final int REPEAT = REVOKE + 15;
    private static final int TWINS = REPEAT + 6;
    private static final int REST = TWINS + 40;

    /** One of so many messages with files. */
    private static final int REVOKED_FILES = 3;

    private static final int MAX_WAITING = 24;
    private static final int RECENT = 16;
    private static final int REPEATABLE = 2_000;
    private static final List<String> EMOJI = List.of("👍", "❤️", "😂", "👀", "🏳️‍🌈");

    private final LoadContext context;
    private final SplittableRandom random;
    private final Texts texts;
    private final MentionTexts mentions;
    private final RestSender restSender;
    private final List<Device> devices;
    private final Map<Long, SimulatedUser> users = new HashMap<>();
    private final Map<Long, Recent<Long>> positions = new HashMap<>();
    private final Map<Long, Recent<Outgoing>> messages = new HashMap<>();
    private final Recent<Outgoing> repeatable;

    Workload(LoadContext context, List<SimulatedUser> users, List<Device> devices, MentionTexts mentions) {
        this.context = context;
        this.random = context.random();
        this.texts = new Texts(random);
        this.mentions = mentions;
        this.repeatable = new Recent<>(REPEATABLE, random);
        this.restSender = new RestSender(context, this);
        this.devices = devices;
        users.forEach(this::add);
    }

    RestSender restSender() {
        return restSender;
    }

    void add(SimulatedUser user) {
        users.put(user.id(), user);
    }

    @Override
    public void acknowledged(Outgoing send, long pos) {
        if (send.isRepeat()) return;
        repeatable.sample(send);
        if (send.sent().kind() != MESSAGE) return;
        positions
                .computeIfAbsent(send.key().conversation(), c -> new Recent<>(RECENT, random))
                .add(pos);
        if (send.hasFile()) {
            // The others are not changed: their files have to be there in the end.
            if (random.nextInt(REVOKED_FILES) == 0) revokeFile(send);
            return;
        }
        messages.computeIfAbsent(send.key().actor(), u -> new Recent<>(RECENT, random))
                .add(send);
    }

    /** One action of any user; nothing if no client is connected. */
    void next() {
        var device = anyDevice();
        if (device == null) return;
        var held = context.anyOf(List.copyOf(device.conversations().all()));
        if (!held.isLoaded() || held.outbox().size() > MAX_WAITING) return;
        int dice = random.nextInt(1_000);
        if (dice < REACT) react(device, held);
        else if (dice < EDIT) change(device, EDITED);
        else if (dice < REVOKE) change(device, REVOKED);
        else if (dice < REPEAT) repeat();
        else if (dice < TWINS) sendTwice(device, held);
        else if (dice < REST) restSender.post(device.owner(), message(device, held.id(), text(held.id())));
        else sendAndSignal(device, held);
    }

    private Device anyDevice() {
        for (int attempts = 0; attempts < 5; attempts++) {
            var device = context.anyOf(devices);
            if (device.isLive()
                    && !device.socket().isPaused()
                    && !device.conversations().all().isEmpty()) return device;
        }
        return null;
    }

    void send(Device device, ClientConversation held) {
        device.send(message(device, held.id(), text(held.id())));
    }

    /** Usually a message, otherwise a change. */
    void sendOrChange(Device device, ClientConversation held) {
        int dice = random.nextInt(100);
        if (dice < 3) react(device, held);
        else if (dice < 7) change(device, EDITED);
        else if (dice < 10) change(device, REVOKED);
        else send(device, held);
    }

    /** A text that fills the buffers of clients that do not read. */
    void sendBig(SimulatedConversation conversation) {
        var user = context.anyOf(conversation.members());
        user.devices().stream()
                .filter(device ->
                        isMember(device, conversation.id()) && !device.socket().isPaused())
                .findFirst()
                .ifPresent(device -> device.send(message(device, conversation.id(), texts.big())));
    }

    private static boolean isMember(Device device, long conversation) {
        return device.isLive() && device.conversations().get(conversation) != null;
    }

    private void sendAndSignal(Device device, ClientConversation held) {
        int dice = random.nextInt(100);
        if (dice < 3) device.signal(Json.of("t", "typing", "conv", held.id()));
        // The places of channels are set by requests with an answer, one after another.
        if (dice > 96 && !context.history().channels().containsKey(held.id()) && held.position() > 0)
            device.signal(Json.of("t", "read", "conv", held.id(), "pos", held.position()));
        send(device, held);
    }

    private Outgoing message(Device device, long conversation, String text) {
        var recent = positions.get(conversation);
        long replyTo = recent != null && random.nextInt(20) == 0 ? recent.any() : 0;
        return outgoing(device, conversation, MESSAGE, replyTo, text, false);
    }

    private void react(Device device, ClientConversation held) {
        var recent = positions.get(held.id());
        if (recent == null) return;
        boolean on = random.nextInt(3) > 0;
        device.send(outgoing(device, held.id(), REACTION, recent.any(), context.anyOf(EMOJI), on));
    }

    private String text(long conversation) {
        return texts.next() + mentions.next(conversation);
    }

    private void change(Device device, Kind kind) {
        var recent = messages.get(device.owner().id());
        if (recent == null) return;
        var message = recent.any();
        long conversation = message.key().conversation();
        if (device.conversations().get(conversation) == null) return;
        device.send(outgoing(
                device, conversation, kind, message.sent().pos(), kind == EDITED ? text(conversation) : null, false));
    }

    private void revokeFile(Outgoing message) {
        long conversation = message.key().conversation();
        users.get(message.key().actor()).devices().stream()
                .filter(device -> isMember(device, conversation))
                .findAny()
                .ifPresent(device -> {
                    var revoke = outgoing(
                            device, conversation, REVOKED, message.sent().pos(), null, false);
                    context.history().revokes(context.history().file(message.key()), revoke.sent());
                    device.send(revoke);
                });
    }

    private void repeat() {
        var send = repeatable.any();
        if (send == null) return;
        var user = users.get(send.key().actor());
        if (send.sent().kind() == MESSAGE && random.nextInt(3) == 0) {
            restSender.post(user, send.again());
            return;
        }
        var device = context.anyOf(user.devices());
        if (isMember(device, send.key().conversation())) device.send(send.again());
    }

    /** The same message from two clients of a user at the same time, if possible on two nodes. */
    private void sendTwice(Device device, ClientConversation held) {
        var message = message(device, held.id(), text(held.id()));
        device.owner().devices().stream()
                .filter(other -> other != device && isMember(other, held.id()))
                .max(Comparator.comparing(other -> other.node() != device.node()))
                .ifPresent(other -> other.send(message.again()));
        device.send(message);
    }

    private Outgoing outgoing(Device device, long conversation, Kind kind, long target, String text, boolean on) {
        var key = Key.of(conversation, device.owner().id(), UUID.fromString(Cids.at(device.now())));
        long digest = text == null ? Digest.NOTHING : Outgoing.digest(kind, text, on);
        return new Outgoing(context.history().send(key, kind, target, digest, device.toString()), text, on);
    }
}
