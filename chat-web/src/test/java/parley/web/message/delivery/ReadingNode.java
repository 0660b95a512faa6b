package parley.web.message.delivery;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.StoredUnread;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.log.codec.ReadReceipt;
import parley.log.rule.EntryKey;
import parley.log.topic.LogIdentity;
import parley.web.log.connection.LogConnection;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.TestTail;
import parley.web.membership.GroupPublisher;
import parley.web.membership.MembershipPublisher;
import parley.web.membership.NodeGroups;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.message.history.UnreadCounter;
import parley.web.message.reading.RecentReceipts;
import parley.web.platform.database.FakeDatabase;

/** A chat node of plain classes that reads messages and receipts, delivers them to devices, and counts. */
final class ReadingNode {

    private static final SendOutcomes NOBODY_WAITS = new SendOutcomes() {
        @Override
        public void onAccepted(int partition, EntryKey key, AppendResult place, Position prev, boolean fromOtherNode) {}

        @Override
        public void onRepeated(EntryKey key, AppendResult first) {}

        @Override
        public void onRefused(EntryKey key, Refused why) {}
    };

    final String name;
    final FakeDatabase database = new FakeDatabase();
    final TestTail tail;
    final NodeMemberships members;
    final RecentReceipts receipts = new RecentReceipts(2);
    final List<DeviceModel> devices = new ArrayList<>();
    private final UnreadCounter counter;
    private final ReceiptDelivery delivery;
    private final List<Runnable> loads = new ArrayList<>();
    private int receiptsRead;

    /** @param receiptsFrom where it starts to read receipts */
    ReadingNode(String name, InMemoryLog log, long from, int receiptsFrom, StoreModel store) {
        this.name = name;
        this.receiptsRead = receiptsFrom;
        tail = new TestTail(log, 1, from);
        members = new NodeMemberships(new Conversations(), database, new MembershipPublisher());
        var connection = new LogConnection() {
            @Override
            public LogIdentity identity() {
                return new LogIdentity("topic", 1, 0);
            }
        };
        counter = new UnreadCounter(connection, tail.tail, receipts, database, store);
        var groups = new NodeGroups(new GroupPublisher());
        var readers = new ReadAccess(members, groups, new Conversations(), database);
        delivery = new ReceiptDelivery(members, readers, tail.tail, receipts, this::show);
        tail.handler =
                new Delivery(name, tail.tail, NOBODY_WAITS, members, groups, readers, this::show, listener(store));
    }

    /** The devices of who joins load the conversation. */
    private ConversationListener listener(StoreModel store) {
        return new ConversationListener() {
            @Override
            public void onJoined(ConversationId conversation, UserId user) {
                loads.add(() -> load(conversation, user, store));
            }

            @Override
            public void onChanged(ConversationId conversation) {}
        };
    }

    void load(ConversationId conversation, UserId user, StoreModel store) {
        for (var device : devices)
            if (device.user.equals(user))
                device.load(conversation, count(conversation, user, store).reading());
    }

    /** Reads everything that the log has. */
    void readLog() {
        tail.catchUp();
        while (!loads.isEmpty()) loads.removeFirst().run();
    }

    private void show(Shown shown) {
        devices.forEach(device -> device.show(shown));
    }

    void readReceipts(List<ConsumerRecord<String, String>> all, int most) {
        for (int i = 0; i < most && receiptsRead < all.size(); i++) {
            var record = all.get(receiptsRead++);
            delivery.take(0, ReadReceipt.read(record), ReadReceipt.order(record));
        }
    }

    /** What a user is shown of a conversation, with what the database has. */
    UnreadCounter.Counted count(ConversationId conversation, UserId user, StoreModel store) {
        return counter.count(List.of(reader(conversation, user, store))).getFirst();
    }

    UnreadCounter.Counted countWithoutDatabase(UnreadCounter.Reader shown, StoredUnread known) {
        return counter.known(shown, known);
    }

    UnreadCounter.Reader reader(ConversationId conversation, UserId user, StoreModel store) {
        return new UnreadCounter.Reader(
                user,
                conversation,
                store.row(conversation, user).reading,
                store.lastPos(conversation),
                store.next(),
                ReadLimit.NONE);
    }
}
