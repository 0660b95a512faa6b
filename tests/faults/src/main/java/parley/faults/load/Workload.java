package parley.faults.load;

import java.util.ArrayList;
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

/** What people do, and how often: mostly they talk. */
final class Workload implements Device.Listener {

    private static final int WHOLE = 1_000;
    private static final int REACT = 25;
    private static final int EDIT = REACT + 30;
    private static final int REVOKE = EDIT + 8;
    private static final int REPEAT = REVOKE + 15;
    private static final int TWINS = REPEAT + 6;
    private static final int REST = TWINS + 40;
    private static final int MOST_WAITING = 24;
    private static final String[] EMOJI = {"👍", "❤️", "😂", "👀", "🏳️‍🌈"};

    private final LoadContext ground;
    private final SplittableRandom random;
    private final Texts texts;
    private final RestSender postman;
    private final List<Device> devices;
    private final Map<Long, SimulatedUser> people = new HashMap<>();
    private final Map<Long, SimulatedConversation.Recent> recent = new HashMap<>();
    private final Memory memory;

    Workload(LoadContext ground, List<SimulatedUser> everybody, List<Device> devices) {
        this.ground = ground;
        this.random = ground.random();
        this.texts = new Texts(random);
        this.memory = new Memory(random);
        this.postman = new RestSender(ground, this);
        this.devices = devices;
        everybody.forEach(someone -> people.put(someone.id(), someone));
    }

    RestSender postman() {
        return postman;
    }

    @Override
    public void acknowledged(Outgoing what, long pos) {
        if (what.isRepeat()) return;
        memory.add(what);
        if (what.sent().kind() != Kind.MESSAGE) return;
        recent.computeIfAbsent(what.key().conversation(), c -> new SimulatedConversation.Recent())
                .add(pos);
        people.get(what.key().actor()).said(what);
    }

    /** A user who was added later. */
    void joined(SimulatedUser someone) {
        people.put(someone.id(), someone);
    }

    void say(Device device, ClientConversation room) {
        device.send(message(device, room, texts.next()));
    }

    /** Mostly a message; now and then a change of one. */
    void talkOn(Device device, ClientConversation room) {
        int dice = random.nextInt(100);
        if (dice < 3) react(device, room);
        else if (dice < 7) change(device, Kind.EDITED, texts.next());
        else if (dice < 10) change(device, Kind.REVOKED, null);
        else say(device, room);
    }

    /** One thing that somebody does; nothing where nobody is there. */
    void next() {
        var device = anybody();
        if (device == null) return;
        var room = anyRoom(device);
        if (room == null || room.outbox().size() > MOST_WAITING) return;
        int dice = random.nextInt(WHOLE);
        if (dice < REACT) react(device, room);
        else if (dice < EDIT) change(device, Kind.EDITED, texts.next());
        else if (dice < REVOKE) change(device, Kind.REVOKED, null);
        else if (dice < REPEAT) repeat();
        else if (dice < TWINS) twins(device, room);
        else if (dice < REST) postman.post(device.owner(), message(device, room, texts.next()));
        else talk(device, room);
    }

    /** A text that fills the buffers of those who do not read. */
    void shout(SimulatedConversation talk) {
        var someone = talk.members().get(random.nextInt(talk.members().size()));
        for (var device : someone.devices()) {
            if (!device.isLive() || device.wire().isPaused() || !device.rooms().containsKey(talk.id())) continue;
            device.send(message(device, device.rooms().get(talk.id()), texts.big()));
            return;
        }
    }

    private void talk(Device device, ClientConversation room) {
        int dice = random.nextInt(100);
        if (dice < 3) device.remark(Json.of("t", "typing", "conv", room.conversation()));
        if (dice > 96 && room.position() > 0) {
            device.remark(Json.of("t", "read", "conv", room.conversation(), "pos", room.position()));
        }
        device.send(message(device, room, texts.next()));
    }

    private Outgoing message(Device device, ClientConversation room, String text) {
        var places = recent.get(room.conversation());
        long replyTo = places != null && random.nextInt(20) == 0 ? places.any(random.nextInt(WHOLE)) : 0;
        return outgoing(device, room.conversation(), Kind.MESSAGE, replyTo, text, false);
    }

    private void react(Device device, ClientConversation room) {
        var places = recent.get(room.conversation());
        if (places == null) return;
        var emoji = EMOJI[random.nextInt(EMOJI.length)];
        device.send(outgoing(
                device,
                room.conversation(),
                Kind.REACTION,
                places.any(random.nextInt(WHOLE)),
                emoji,
                random.nextInt(3) > 0));
    }

    private void change(Device device, Kind kind, String text) {
        var mine = device.owner().lately(random.nextInt(WHOLE));
        if (mine == null || !device.rooms().containsKey(mine.key().conversation())) return;
        device.send(
                outgoing(device, mine.key().conversation(), kind, mine.sent().pos(), text, false));
    }

    private void repeat() {
        var old = memory.any();
        if (old == null) return;
        var someone = people.get(old.key().actor());
        if (old.sent().kind() == Kind.MESSAGE && random.nextInt(3) == 0) {
            postman.post(someone, old.again());
            return;
        }
        var from = someone.devices().get(random.nextInt(someone.devices().size()));
        if (from.isLive() && from.rooms().containsKey(old.key().conversation())) from.send(old.again());
    }

    /** The same at the same moment, on two nodes where that is possible. */
    private void twins(Device device, ClientConversation room) {
        var other = device.owner().devices().stream()
                .filter(each -> each != device && each.isLive() && each.rooms().containsKey(room.conversation()))
                .max(java.util.Comparator.comparing(each -> each.node() != device.node()));
        var what = message(device, room, texts.next());
        other.ifPresent(each -> each.send(what.again()));
        device.send(what);
    }

    private Outgoing outgoing(Device device, long conversation, Kind kind, long target, String text, boolean on) {
        var key = Key.of(conversation, device.owner().id(), UUID.fromString(Cids.at(device.now())));
        long digest = text == null ? Digest.NOTHING : Outgoing.digest(kind, text, on);
        return new Outgoing(ground.history().send(key, kind, target, digest, device.toString()), text, on);
    }

    private Device anybody() {
        for (int tries = 0; tries < 5; tries++) {
            var device = devices.get(random.nextInt(devices.size()));
            if (device.isLive() && !device.wire().isPaused() && !device.rooms().isEmpty()) return device;
        }
        return null;
    }

    private ClientConversation anyRoom(Device device) {
        var rooms = new ArrayList<>(device.rooms().values());
        var room = rooms.get(random.nextInt(rooms.size()));
        return room.isLoaded() ? room : null;
    }
}
