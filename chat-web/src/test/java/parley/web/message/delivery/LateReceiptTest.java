package parley.web.message.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.log.codec.ReadReceipt;
import parley.log.record.LogRecords;
import parley.web.log.source.InMemoryLog;

/**
 * A place is set back, and the receipt is late: before it is read, its user sends or joins, a node starts whose tail does
 * not have that, and a device loads the conversation from it.
 */
class LateReceiptTest {

    private static final ConversationId TALK = new ConversationId(7);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final StoreModel store = new StoreModel(new Random(1));

    @BeforeEach
    void kim_joins_and_ada_writes() {
        join(KIM);
        for (int i = 0; i < 3; i++) write(ADA);
    }

    private long append(LogEntry entry) {
        log.append(LogRecords.write(entry, 0, 0, now, "test"));
        return end();
    }

    /** The position of the last record. */
    private long end() {
        return log.ends().join()[0] - 1;
    }

    private long write(UserId sender) {
        return append(new LogEntry.Message(TALK, Cid.at(now), sender, new Body("hello"), null));
    }

    private long join(UserId user) {
        return member(user, Role.MEMBER, store.join(TALK, user));
    }

    private long member(UserId user, Role role, long version) {
        return append(new LogEntry.Event(
                TALK, Cid.at(now), user, new EventDetail.MemberChanged(user, role, version, true)));
    }

    /** A device that loads from a node that starts now, before the receipt arrives there. */
    private long placeAfter(ReadReceipt receipt) {
        store.store(log.read(0, 0, end() + 1, Integer.MAX_VALUE, Duration.ZERO), Integer.MAX_VALUE);
        var node = new ReadingNode("node", log, end() + 1, 0, store);
        node.members.apply(
                TALK,
                new EventDetail.MemberChanged(KIM, Role.MEMBER, store.row(TALK, KIM).version, false),
                new Position(0));
        var device = new DeviceModel(KIM, "node/phone");
        node.devices.add(device);
        device.load(TALK, node.count(TALK, KIM, store).reading());
        var record = receipt.toRecord(0);
        node.readReceipts(
                List.of(new ConsumerRecord<>(
                        record.topic(),
                        0,
                        0,
                        now.toEpochMilli(),
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        0,
                        record.key(),
                        record.value(),
                        record.headers(),
                        Optional.empty())),
                1);
        assertThat(node.count(TALK, KIM, store).reading().place().value())
                .as("device and node agree")
                .isEqualTo(device.place(TALK));
        return device.place(TALK);
    }

    private ReadReceipt setBackTo(long place) {
        return new ReadReceipt(TALK, KIM, new Position(place), "other/phone", new Position(end()));
    }

    @Test
    void a_message_that_was_sent_since_is_the_place() {
        var receipt = setBackTo(1);
        long sent = write(KIM);
        write(ADA);
        assertThat(placeAfter(receipt)).isEqualTo(sent);
    }

    @Test
    void a_record_of_joining_since_is_the_place() {
        var receipt = setBackTo(1);
        member(KIM, null, store.leave(TALK, KIM));
        long joined = join(KIM);
        write(ADA);
        assertThat(placeAfter(receipt)).isEqualTo(joined);
    }

    @Test
    void a_message_from_before_does_not_move_the_place() {
        write(KIM);
        var receipt = setBackTo(1);
        write(ADA);
        assertThat(placeAfter(receipt)).isEqualTo(1);
    }
}
