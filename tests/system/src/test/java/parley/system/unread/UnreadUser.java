package parley.system.unread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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

    private final Person person;
    private final Person owner;
    private final Map<Long, String> names;
    private final List<Long> groups;
    private final List<Long> conversations;
    private final UnreadModel model;
    private final Random random;
    private final List<UnreadDevice> devices = new ArrayList<>();
    private final Map<Operation, Integer> done = new EnumMap<>(Operation.class);

    /** By group: the position of the last record of this user's membership. */
    private final Map<Long, Long> lastMembership = new HashMap<>();

    private List<Node> nodes;

    UnreadUser(
            Person person,
            List<Person> all,
            List<Long> groups,
            List<Long> conversations,
            UnreadModel model,
            List<Node> nodes,
            long seed) {
        this.person = person;
        this.owner = all.getFirst();
        this.names = all.stream().collect(Collectors.toMap(Person::id, Person::username));
        this.groups = groups;
        this.conversations = conversations;
        this.model = model;
        this.nodes = nodes;
        this.random = new Random(seed);
        nodes.forEach(node -> devices.add(new UnreadDevice(person, node)));
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

    void use(List<Node> up) {
        nodes = up;
        devices.stream().filter(device -> !up.contains(device.node())).forEach(device -> device.connect(any(up)));
        // So that both nodes are used again.
        if (devices.getFirst().node() == devices.getLast().node() && up.size() > 1)
            devices.forEach(device -> device.connect(up.get(devices.indexOf(device) % up.size())));
    }

    void operate(int operations) {
        for (int i = 0; i < operations; i++) {
            var what = Operation.MIX[random.nextInt(Operation.MIX.length)];
            long conversation = any(conversations);
            if (operate(what, any(devices), new Member(conversation, person.id()))) done.merge(what, 1, Integer::sum);
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
            case JOIN_OR_LEAVE -> groups.contains(me.conversation()) && person != owner && joinOrLeave(device, me);
            case MUTE -> mute(device, me);
            case RECONNECT -> {
                device.connect(any(nodes));
                yield true;
            }
        };
    }

    private boolean send(UnreadDevice device, Member me) {
        var naming = mentions(me);
        var ok = device.ask(
                Json.of("t", "send", "cid", Cids.now(), "conv", me.conversation(), "body", "hello" + text(naming)));
        long pos = ok.path("pos").asLong();
        model.sent(me.conversation(), me.user(), pos, resolved(naming, ok));
        device.sent(me.conversation(), pos);
        return true;
    }

    private boolean edit(UnreadDevice device, Member me) {
        var own = model.own(me);
        if (own.isEmpty()) return false;
        long pos = any(own);
        var naming = mentions(me);
        var ok = device.ask(change("edit", me, pos).put("body", "hello again" + text(naming)));
        model.edited(me.conversation(), pos, resolved(naming, ok));
        return true;
    }

    private boolean revoke(UnreadDevice device, Member me) {
        var own = model.own(me);
        if (own.isEmpty()) return false;
        long pos = any(own);
        device.ask(change("revoke", me, pos));
        model.revoked(me.conversation(), pos);
        return true;
    }

    private static ObjectNode change(String what, Member me, long pos) {
        return Json.of("t", what, "cid", Cids.now(), "conv", me.conversation(), "pos", pos);
    }

    private boolean read(UnreadDevice device, Member me) {
        var shown = List.copyOf(device.shown(me.conversation()));
        if (shown.isEmpty()) return false;
        long pos = any(shown);
        device.read(me.conversation(), pos);
        device.ask(Json.of("t", "read", "conv", me.conversation(), "pos", pos));
        model.read(me, pos);
        return true;
    }

    private boolean unread(UnreadDevice device, Member me) {
        var shown = List.copyOf(device.shown(me.conversation()));
        if (shown.isEmpty()) return false;
        long pos = any(shown);
        device.ask(Json.of("t", "unread", "conv", me.conversation(), "pos", pos));
        model.unread(me, pos);
        return true;
    }

    private boolean joinOrLeave(UnreadDevice device, Member me) {
        boolean leaves = model.isMember(me);
        boolean self = random.nextBoolean();
        var path = "/api/conversations/%d/members/%s".formatted(me.conversation(), self ? "me" : me.user());
        var api = (self ? person : owner).at(device.node());
        int status = (leaves ? api.delete(path) : api.put(path)).status();
        if (status != (leaves ? 204 : 201)) throw new AssertionError(path + ": " + status);
        long pos = Eventually.yields(PATIENCE, () -> membership(device.node(), me, leaves));
        lastMembership.put(me.conversation(), pos);
        if (leaves) model.left(me);
        else model.joined(me, pos);
        // A client loads a conversation in which its user becomes a member.
        if (!leaves) devices.forEach(UnreadDevice::load);
        return true;
    }

    /** The position of the record of this user's new membership, or of its end. */
    private long membership(Node node, Member me, boolean gone) {
        long after = lastMembership.getOrDefault(me.conversation(), 0L);
        return owner.items(node, me.conversation(), 200).reversed().stream()
                .filter(item -> isMine(item) && item.path("gone").asBoolean() == gone)
                .map(item -> item.path("pos").asLong())
                .filter(pos -> pos > after)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no such record of " + me));
    }

    private boolean isMine(JsonNode item) {
        return item.path("kind").asText().equals("member") && item.path("user").asLong() == person.id();
    }

    private boolean mute(UnreadDevice device, Member me) {
        boolean now = !model.isMuted(me);
        var path = "/api/me/conversations/%d/settings".formatted(me.conversation());
        person.at(device.node())
                .call("PUT", path, Json.of("level", now ? "nothing" : "all").toString())
                .as(200);
        model.muted(me, now);
        return true;
    }

    /** Null for everyone. */
    private Set<Long> mentions(Member me) {
        boolean isGroup = groups.contains(me.conversation());
        return switch (random.nextInt(6)) {
            case 0 -> Set.of(any(List.copyOf(names.keySet())));
            case 1 -> isGroup ? null : Set.of();
            default -> Set.of();
        };
    }

    private String text(Set<Long> naming) {
        return naming == null
                ? " @channel"
                : naming.stream().map(user -> " @" + names.get(user)).collect(Collectors.joining());
    }

    /** Those who are members, as the node says. */
    private static Set<Long> resolved(Set<Long> naming, JsonNode ok) {
        if (naming == null) return null;
        var members = new HashSet<>(naming);
        ok.path("notMembers").forEach(user -> members.remove(user.asLong()));
        return members;
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    @Override
    public void close() {
        devices.forEach(UnreadDevice::close);
    }
}
