package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.log.codec.ReadReceipt;
import parley.log.record.LogRecords;
import parley.web.log.source.InMemoryLog;

/**
 * Random operations of users with two devices each on two nodes, while the store lags, dies and starts again. The counts
 * and places of nodes and devices are compared with a model that knows neither logs nor caches.
 */
class UnreadPropertyTest {

    private static final int RUNS = 20;
    private static final int OPERATIONS = 1_200;
    private static final List<ConversationId> TALKS = List.of(new ConversationId(7), new ConversationId(8));
    private static final List<UserId> USERS = List.of(new UserId(1), new UserId(2), new UserId(3));

    /** One seed with {@code -Dparley.seed}, more of them with {@code -Dparley.runs}. */
    static List<Long> seeds() {
        var given = Long.getLong("parley.seed");
        if (given != null) return List.of(given);
        return new Random(20_261_201)
                .longs(Integer.getInteger("parley.runs", RUNS))
                .boxed()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nodes_and_devices_agree_with_the_model(long seed) {
        var run = new Run(seed);
        for (int i = 0; i < OPERATIONS; i++) {
            run.step();
            if (i % 7 == 0) run.check("seed %d, operation %d".formatted(seed, i));
        }
        run.settle();
        run.check("seed %d, at the end".formatted(seed));
        // A user may have sent a message during the check.
        run.settle();
        run.checkStored("seed %d, in the database".formatted(seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void while_the_database_is_down_a_node_counts_on_from_what_it_has_shown(long seed) {
        var run = new Run(seed);
        for (int i = 0; i < 200; i++) run.step();
        run.checkWithoutDatabase("seed " + seed);
    }

    @Test
    void the_model_notices_a_wrong_count() {
        var model = new Model();
        model.sent(TALKS.getFirst(), USERS.get(0), 5, Mentions.NONE);
        model.sent(TALKS.getFirst(), USERS.get(0), 6, Mentions.of(List.of(USERS.get(1)), null));
        assertThat(model.unread(TALKS.getFirst(), USERS.get(1))).isEqualTo(2);
        assertThat(model.mentions(TALKS.getFirst(), USERS.get(1))).isEqualTo(1);
        model.revoked(TALKS.getFirst(), 6);
        assertThat(model.unread(TALKS.getFirst(), USERS.get(1))).isEqualTo(1);
    }

    /** What is unread, by definition. */
    private static final class Model {

        private record Message(UserId sender, Mentions mentions) {}

        private final Map<ConversationId, TreeMap<Long, Message>> messages = new HashMap<>();
        private final Map<StoreModel.Key, Long> places = new HashMap<>();
        private final Map<StoreModel.Key, Long> backAt = new HashMap<>();
        private final Map<StoreModel.Key, Long> entered = new HashMap<>();
        private final Map<StoreModel.Key, TreeMap<Long, Boolean>> own = new HashMap<>();

        private TreeMap<Long, Message> of(ConversationId talk) {
            return messages.computeIfAbsent(talk, t -> new TreeMap<>());
        }

        long place(ConversationId talk, UserId user) {
            return places.getOrDefault(new StoreModel.Key(talk, user), 0L);
        }

        long unread(ConversationId talk, UserId user) {
            return after(talk, user, place(talk, user)).size();
        }

        long mentions(ConversationId talk, UserId user) {
            long joined = entered.getOrDefault(new StoreModel.Key(talk, user), 0L);
            return after(talk, user, Math.max(joined, place(talk, user))).stream()
                    .filter(message -> message.mentions.include(user))
                    .count();
        }

        private List<Message> after(ConversationId talk, UserId user, long place) {
            return of(talk).tailMap(place, false).values().stream()
                    .filter(message -> !message.sender.equals(user))
                    .toList();
        }

        void sent(ConversationId talk, UserId user, long pos, Mentions mentions) {
            of(talk).put(pos, new Message(user, mentions));
            moved(talk, user, pos);
        }

        /** What precedes the record does not mention them. */
        void joined(ConversationId talk, UserId user, long pos) {
            entered.put(new StoreModel.Key(talk, user), pos);
            moved(talk, user, pos);
        }

        /** By a record of the user's own: a message, or the one with which they joined. */
        void moved(ConversationId talk, UserId user, long pos) {
            var key = new StoreModel.Key(talk, user);
            own.computeIfAbsent(key, k -> new TreeMap<>()).put(pos, true);
            places.merge(key, pos, Math::max);
        }

        void edited(ConversationId talk, long pos, Mentions mentions) {
            of(talk).computeIfPresent(pos, (at, message) -> new Message(message.sender, mentions));
        }

        void revoked(ConversationId talk, long pos) {
            of(talk).remove(pos);
        }

        void read(ConversationId talk, UserId user, long pos) {
            places.merge(new StoreModel.Key(talk, user), pos, Math::max);
        }

        void setBack(ConversationId talk, UserId user, long place, long end) {
            var key = new StoreModel.Key(talk, user);
            long back = backAt.merge(key, end, Math::max);
            var later = own.getOrDefault(key, new TreeMap<>()).tailMap(back, false);
            places.put(key, later.isEmpty() ? place : Math.max(place, later.lastKey()));
        }
    }

    private static final class Run {

        private final Random random;
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");
        private final InMemoryLog log = new InMemoryLog(1, () -> now);
        private final List<ConsumerRecord<String, String>> receipts = new ArrayList<>();
        /** Receipts that nodes have made, and that are not yet in the log. */
        private final List<Runnable> published = new ArrayList<>();

        private final StoreModel store;
        private final Model model = new Model();
        private final ReadingNode[] nodes = new ReadingNode[2];
        private int names;

        Run(long seed) {
            random = new Random(seed);
            store = new StoreModel(random);
            for (int n = 0; n < nodes.length; n++) nodes[n] = start(0, 0);
            for (var talk : TALKS) USERS.forEach(user -> join(talk, user));
        }

        private ReadingNode start(long from, int receiptsFrom) {
            var node = new ReadingNode("node" + names++, log, from, receiptsFrom, store);
            for (var user : USERS) node.devices.add(new DeviceModel(user, node.name + "/" + user));
            return node;
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        void step() {
            now = now.plusMillis(random.nextInt(200));
            var talk = any(TALKS);
            var user = any(USERS);
            var node = nodes[random.nextInt(nodes.length)];
            switch (random.nextInt(20)) {
                case 0, 1, 2, 3, 4 -> send(talk, user);
                case 5 -> {
                    if (random.nextInt(3) == 0) moderate(talk, user);
                    else revoke(talk, user);
                }
                case 6 -> edit(talk, user);
                case 7, 8 -> read(talk, user, node);
                case 9, 10 -> setBack(talk, user, node);
                case 11 -> joinOrLeave(talk, user);
                case 12 -> publishOne();
                case 13, 14 -> store.store(all(), random.nextInt(8));
                case 15 -> store.storeReceipts(receipts, 1 + random.nextInt(5));
                case 16 -> node.readLog();
                case 17 -> node.readReceipts(receipts, 1 + random.nextInt(3));
                case 18 -> node.tail.store(0, store.next(), now);
                default -> restartSometimes();
            }
        }

        private List<ConsumerRecord<String, String>> all() {
            return log.read(0, 0, end(), Integer.MAX_VALUE, Duration.ZERO);
        }

        private long end() {
            return log.ends().join()[0];
        }

        private long append(LogEntry entry) {
            log.append(LogRecords.write(entry, 0, 0, now, "test"));
            return end() - 1;
        }

        private boolean isMember(ConversationId talk, UserId user) {
            return store.row(talk, user).isMember;
        }

        private void send(ConversationId talk, UserId user) {
            if (!isMember(talk, user)) return;
            var mentions = someMentions();
            var message = new LogEntry.Message(talk, Cid.at(now), user, new Body("hello"), null, mentions);
            model.sent(talk, user, append(message), mentions);
        }

        private Mentions someMentions() {
            return switch (random.nextInt(9)) {
                case 0, 1 -> Mentions.of(List.of(any(USERS)), null);
                case 2 -> Mentions.of(List.of(), Mentions.Everyone.CHANNEL);
                default -> Mentions.NONE;
            };
        }

        private Optional<Long> own(ConversationId talk, UserId user) {
            var own = model.of(talk).entrySet().stream()
                    .filter(message -> message.getValue().sender().equals(user))
                    .map(Map.Entry::getKey)
                    .toList();
            return own.isEmpty() ? Optional.empty() : Optional.of(any(own));
        }

        private void revoke(ConversationId talk, UserId user) {
            if (!isMember(talk, user)) return;
            own(talk, user).ifPresent(pos -> {
                append(new LogEntry.Event(talk, Cid.at(now), user, new EventDetail.Revoked(new Position(pos))));
                model.revoked(talk, pos);
            });
        }

        /** A moderator revokes a message of anybody. */
        private void moderate(ConversationId talk, UserId moderator) {
            var messages = List.copyOf(model.of(talk).keySet());
            if (!isMember(talk, moderator) || messages.isEmpty()) return;
            long pos = any(messages);
            append(new LogEntry.Event(talk, Cid.at(now), moderator, new EventDetail.Revoked(new Position(pos))));
            model.revoked(talk, pos);
        }

        private void edit(ConversationId talk, UserId user) {
            if (!isMember(talk, user)) return;
            own(talk, user).ifPresent(pos -> {
                var mentions = someMentions();
                append(new LogEntry.Event(
                        talk, Cid.at(now), user, new EventDetail.Edited(new Position(pos), "hello again", mentions)));
                model.edited(talk, pos, mentions);
            });
        }

        private void read(ConversationId talk, UserId user, ReadingNode node) {
            if (!isMember(talk, user)) return;
            long pos = random.nextInt((int) end() + 1);
            var clamped = Math.min(pos, node.tail.tail.newest(talk, 0).value());
            var device = device(node, user);
            device.read(talk, clamped);
            publish(ReadReceipt.read(talk, user, new Position(clamped), device.session));
        }

        private void setBack(ConversationId talk, UserId user, ReadingNode node) {
            if (!isMember(talk, user)) return;
            long end = end() - 1;
            long place = random.nextInt((int) end + 1);
            var device = device(node, user);
            device.setBack(talk, place);
            publish(new ReadReceipt(talk, user, new Position(place), device.session, new Position(end)));
        }

        private static DeviceModel device(ReadingNode node, UserId user) {
            return node.devices.stream()
                    .filter(device -> device.user.equals(user))
                    .findFirst()
                    .orElseThrow();
        }

        /** Records of one node keep their order; those of two nodes overtake each other. */
        private void publish(ReadReceipt receipt) {
            published.add(() -> {
                append(receipt.toRecord(0));
                if (receipt.setsBack())
                    model.setBack(
                            receipt.conversation(),
                            receipt.user(),
                            receipt.pos().value(),
                            receipt.end().value());
                else
                    model.read(
                            receipt.conversation(),
                            receipt.user(),
                            receipt.pos().value());
            });
            while (!published.isEmpty() && random.nextInt(3) > 0) publishOne();
        }

        private void publishOne() {
            if (!published.isEmpty()) published.removeFirst().run();
        }

        private void append(ProducerRecord<String, String> record) {
            receipts.add(new ConsumerRecord<>(
                    record.topic(),
                    0,
                    receipts.size(),
                    now.toEpochMilli(),
                    TimestampType.LOG_APPEND_TIME,
                    0,
                    0,
                    record.key(),
                    record.value(),
                    record.headers(),
                    Optional.empty()));
        }

        private void join(ConversationId talk, UserId user) {
            long version = store.join(talk, user);
            model.joined(talk, user, append(member(talk, user, Role.MEMBER, version)));
        }

        private void joinOrLeave(ConversationId talk, UserId user) {
            if (!isMember(talk, user)) join(talk, user);
            else if (random.nextInt(3) == 0) append(member(talk, user, null, store.leave(talk, user)));
        }

        private LogEntry member(ConversationId talk, UserId user, Role role, long version) {
            return new LogEntry.Event(
                    talk, Cid.at(now), user, new EventDetail.MemberChanged(user, role, version, true));
        }

        private void restartSometimes() {
            if (random.nextInt(5) > 0) return;
            int n = random.nextInt(nodes.length);
            var started = start(
                    Math.max(0, store.next() - random.nextInt(10)),
                    Math.min(store.receiptsCommitted(), Math.max(0, receipts.size() - random.nextInt(5))));
            for (var talk : TALKS)
                for (var user : USERS) {
                    var row = store.row(talk, user);
                    started.members.apply(
                            talk,
                            new EventDetail.MemberChanged(user, row.isMember ? Role.MEMBER : null, row.version, false),
                            new Position(0));
                }
            nodes[n] = started;
            catchUp(started);
            load(started);
        }

        /** The devices of a node load what they show, as after a reconnect. */
        private void load(ReadingNode node) {
            for (var talk : TALKS) USERS.forEach(user -> node.load(talk, user, store));
        }

        private void catchUp(ReadingNode node) {
            node.readLog();
            node.readReceipts(receipts, Integer.MAX_VALUE);
        }

        void settle() {
            while (!published.isEmpty()) publishOne();
            store.store(all(), Integer.MAX_VALUE);
            while (store.receiptsCommitted() < receipts.size()) store.storeReceipts(receipts, receipts.size());
        }

        void check(String when) {
            while (!published.isEmpty()) publishOne();
            for (var node : nodes) {
                catchUp(node);
                node.receipts.forget(Map.of(0, (long) store.receiptsCommitted()));
                for (var talk : TALKS) for (var user : USERS) if (isMember(talk, user)) check(node, talk, user, when);
            }
        }

        private void check(ReadingNode node, ConversationId talk, UserId user, String when) {
            store.meanwhile = () -> disturb(node, talk, user);
            var counted = node.count(talk, user, store);
            store.meanwhile = () -> {};
            var as = "%s: conversation %s, user %s, %s".formatted(when, talk, user, node.name);
            assertThat(counted.reading().place().value()).as("place, " + as).isEqualTo(model.place(talk, user));
            assertThat(counted.unread().unread()).as("unread, " + as).isEqualTo(model.unread(talk, user));
            assertThat(counted.unread().mentions()).as("mentions, " + as).isEqualTo(model.mentions(talk, user));
            assertThat(device(node, user).place(talk)).as("device, " + as).isEqualTo(model.place(talk, user));
        }

        /**
         * While the database is queried, a user sends or edits a message, the store continues, and the tail drops records. It
         * keeps what the reader has just sent, because that moves the place that is being queried.
         */
        private void disturb(ReadingNode node, ConversationId talk, UserId reader) {
            if (random.nextInt(4) > 0) return;
            store.meanwhile = () -> {};
            var writer = any(USERS);
            if (random.nextInt(3) == 0) edit(talk, writer);
            else send(talk, writer);
            node.readLog();
            store.store(all(), random.nextInt(8));
            if (!writer.equals(reader) && random.nextBoolean()) node.tail.store(0, store.next(), now);
        }

        void checkStored(String when) {
            for (var talk : TALKS)
                for (var user : USERS)
                    if (isMember(talk, user))
                        assertThat(store.row(talk, user).reading.place().value())
                                .as("%s: conversation %s, user %s", when, talk, user)
                                .isEqualTo(model.place(talk, user));
        }

        void checkWithoutDatabase(String when) {
            while (!published.isEmpty()) publishOne();
            var node = nodes[0];
            catchUp(node);
            for (var talk : TALKS) {
                for (var user : USERS) {
                    if (!isMember(talk, user)) continue;
                    var shown = node.reader(talk, user, store);
                    var known = node.count(talk, user, store).known();
                    long place = model.place(talk, user);
                    for (int i = 0; i < 40; i++) {
                        now = now.plusMillis(10);
                        var other = any(USERS);
                        if (other.equals(user)) continue;
                        if (random.nextInt(3) == 0) revoke(talk, other);
                        else send(talk, other);
                    }
                    catchUp(node);
                    assertThat(model.place(talk, user)).isEqualTo(place);
                    var counted = node.countWithoutDatabase(shown, known);
                    var as = "%s: conversation %s, user %s".formatted(when, talk, user);
                    assertThat(counted.unread().unread()).as(as).isEqualTo(model.unread(talk, user));
                    // Whether a message that is no longer in the tail was a mention is not known when it is revoked.
                    assertThat(counted.unread().mentions()).as(as).isGreaterThanOrEqualTo(model.mentions(talk, user));
                }
            }
        }
    }
}
