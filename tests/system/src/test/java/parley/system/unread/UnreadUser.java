package parley.system.unread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.system.unread.UnreadModel.Member;

/** A user with two devices, who does something at random with one of them and tells the model what was acknowledged. */
final class UnreadUser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What is done with one of the last few messages works without the database, too. */
    private static final int LAST = 5;

    private final Person person;
    private final Person owner;
    private final Map<Long, String> names;
    private final List<Long> groups;
    private final List<Long> conversations;
    private final UnreadModel model;
    private final UnreadHistory history;
    private final Random random;
    private final List<UnreadDevice> devices = new ArrayList<>();
    private final Map<Operation, Integer> done = new EnumMap<>(Operation.class);

    /** By group: the position of the last record of this user's membership. */
    private final Map<Long, Long> lastMembership = new HashMap<>();

    private volatile List<Node> nodes;
    private boolean isDatabaseLost;

    UnreadUser(
            Person person,
            List<Person> all,
            List<Long> groups,
            List<Long> conversations,
            UnreadModel model,
            UnreadHistory history,
            List<Node> nodes,
            long seed) {
        this.person = person;
        this.owner = all.getFirst();
        this.names = all.stream().collect(Collectors.toMap(Person::id, Person::username));
        this.groups = groups;
        this.conversations = conversations;
        this.model = model;
        this.history = history;
        this.nodes = nodes;
        this.random = new Random(seed);
        for (var node : nodes) {
            var device = new UnreadDevice(person, this::anyNode);
            device.connect(() -> node);
            devices.add(device);
        }
    }

    Person person() {
        return person;
    }

    List<UnreadDevice> devices() {
        return devices;
    }

    Map<Operation, Integer> done() {
        return done;
    }

    private Node anyNode() {
        return any(nodes);
    }

    void use(List<Node> up) {
        nodes = up;
    }

    void databaseIsLost(boolean now) {
        isDatabaseLost = now;
        devices.forEach(device -> device.databaseIsLost(now));
    }

    void reconnectDevices() {
        for (var device : devices)
            if (!nodes.contains(device.node()) || !device.isOpen()) device.connect(this::anyNode);
        if (devices.getFirst().node() == devices.getLast().node() && nodes.size() > 1) {
            var other = nodes.stream()
                    .filter(node -> node != devices.getFirst().node())
                    .findFirst()
                    .orElseThrow();
            devices.getLast().connect(() -> other);
        }
    }

    /** @param after runs after each of them */
    void operate(int operations, Runnable after) {
        for (int i = 0; i < operations; i++) {
            var what = Operation.MIX[random.nextInt(Operation.MIX.length)];
            var me = new Member(any(conversations), person.id());
            if (operate(what, any(devices), me)) done.merge(what, 1, Integer::sum);
            after.run();
        }
    }

    /** @return false if it is not possible */
    private boolean operate(Operation what, UnreadDevice device, Member me) {
        if (!model.isMember(me) && what != Operation.JOIN_OR_LEAVE && what != Operation.RECONNECT) return false;
        return switch (what) {
            case SEND -> send(device, me);
            case EDIT -> edit(device, me);
            case REVOKE -> revoke(device, me);
            case READ -> read(device, me);
            case UNREAD -> unread(device, me);
            case JOIN_OR_LEAVE ->
                !isDatabaseLost && groups.contains(me.conversation()) && person != owner && joinOrLeave(me);
            case MUTE -> !isDatabaseLost && mute(me);
            case RECONNECT -> reconnect(device);
        };
    }

    private boolean reconnect(UnreadDevice device) {
        device.connect(this::anyNode);
        history.add(name() + ": " + device + " connects");
        return true;
    }

    private boolean send(UnreadDevice device, Member me) {
        var naming = Naming.random(random, names, groups.contains(me.conversation()));
        var answer = device.ask(
                Json.of("t", "send", "cid", Cids.now(), "conv", me.conversation(), "body", "hello" + naming.text()));
        long pos = answer.ok().path("pos").asLong();
        var mentioned = mentioned(naming, answer, me, pos);
        model.sent(me.conversation(), me.user(), pos, mentioned);
        device.sent(me.conversation(), pos);
        did(device, me, pos, "sends " + pos + Naming.toString(mentioned));
        return true;
    }

    private boolean edit(UnreadDevice device, Member me) {
        var own = model.own(me);
        if (own.isEmpty()) return false;
        long pos = isDatabaseLost ? anyOfLast(own) : any(own);
        var naming = Naming.random(random, names, groups.contains(me.conversation()));
        var answer = device.ask(change("edit", me, pos).put("body", "hello again" + naming.text()));
        var mentioned = mentioned(naming, answer, me, pos);
        model.edited(me.conversation(), pos, mentioned);
        did(device, me, pos, "edits " + pos + Naming.toString(mentioned));
        return true;
    }

    private boolean revoke(UnreadDevice device, Member me) {
        var own = model.own(me);
        if (own.isEmpty()) return false;
        long pos = isDatabaseLost ? anyOfLast(own) : any(own);
        device.ask(change("revoke", me, pos));
        model.revoked(me.conversation(), pos);
        did(device, me, pos, "revokes " + pos);
        return true;
    }

    private static ObjectNode change(String what, Member me, long pos) {
        return Json.of("t", what, "cid", Cids.now(), "conv", me.conversation(), "pos", pos);
    }

    /** Those who are members, as the node says; as the message says, if it had to be sent more than once. */
    private Set<Long> mentioned(Naming naming, UnreadDevice.Answer answer, Member me, long pos) {
        if (!answer.isRepeated()) return naming.mentioned(answer.ok());
        return Eventually.yields(
                PATIENCE, () -> Naming.of(find(me.conversation(), pos).path("mentions")));
    }

    private JsonNode find(long conversation, long pos) {
        return person.history(anyNode(), conversation, "?around=" + pos)
                .path("items")
                .valueStream()
                .filter(item -> item.path("pos").asLong() == pos)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message at " + pos));
    }

    private boolean read(UnreadDevice device, Member me) {
        var shown = List.copyOf(device.shown(me.conversation()));
        if (shown.isEmpty()) return false;
        long pos = random.nextBoolean() ? any(shown) : anyOfLast(shown);
        device.read(me.conversation(), pos);
        device.ask(Json.of("t", "read", "conv", me.conversation(), "pos", pos));
        model.read(me, pos);
        did(device, me, pos, "reads up to " + pos);
        return true;
    }

    private boolean unread(UnreadDevice device, Member me) {
        var shown = List.copyOf(device.shown(me.conversation()));
        if (shown.isEmpty()) return false;
        long pos = random.nextBoolean() ? any(shown) : anyOfLast(shown);
        device.ask(Json.of("t", "unread", "conv", me.conversation(), "pos", pos));
        model.unread(me, pos);
        history.addReset(me, pos, name() + " at " + device + " sets the place back to before " + pos);
        return true;
    }

    private boolean joinOrLeave(Member me) {
        boolean leaves = model.isMember(me);
        var who = random.nextBoolean() ? person : owner;
        var path = "/api/conversations/%d/members/%s".formatted(me.conversation(), who == person ? "me" : me.user());
        Eventually.holds(PATIENCE, () -> {
            var api = who.at(anyNode());
            int status = (leaves ? api.delete(path) : api.put(path)).status();
            // The second of each is what a repeat gets.
            var done = leaves ? Set.of(204, 404) : Set.of(201, 200);
            if (!done.contains(status)) throw new AssertionError(path + ": " + status);
        });
        long pos = Eventually.yields(PATIENCE, () -> membership(me, leaves));
        lastMembership.put(me.conversation(), pos);
        if (leaves) model.left(me);
        else model.joined(me, pos);
        history.addReset(me, pos, name() + (leaves ? " leaves at " : " joins at ") + pos);
        return true;
    }

    /** The position of the record of this user's new membership, or of its end. */
    private long membership(Member me, boolean gone) {
        long after = lastMembership.getOrDefault(me.conversation(), 0L);
        return owner.items(anyNode(), me.conversation(), 200).reversed().stream()
                .filter(item -> isMine(item) && item.path("gone").asBoolean() == gone)
                .map(item -> item.path("pos").asLong())
                .filter(pos -> pos > after)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such record of " + me));
    }

    private boolean isMine(JsonNode item) {
        return item.path("kind").asText().equals("member") && item.path("user").asLong() == person.id();
    }

    private boolean mute(Member me) {
        boolean now = !model.isMuted(me);
        var path = "/api/me/conversations/%d/settings".formatted(me.conversation());
        var settings = Json.of("level", now ? "nothing" : "all").toString();
        Eventually.holds(
                PATIENCE, () -> person.at(anyNode()).call("PUT", path, settings).as(200));
        model.muted(me, now);
        history.add(me, 0, name() + (now ? " mutes it" : " unmutes it"));
        return true;
    }

    private void did(UnreadDevice device, Member me, long pos, String what) {
        history.add(me, pos, name() + " at " + device + " " + what);
    }

    private String name() {
        return names.get(person.id());
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private <T> T anyOfLast(List<T> some) {
        return any(some.subList(Math.max(0, some.size() - LAST), some.size()));
    }

    @Override
    public void close() {
        devices.forEach(UnreadDevice::close);
    }
}
