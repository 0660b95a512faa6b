package parley.persister.container;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import parley.domain.group.AttributeChange;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.log.record.LogRecords;
import parley.log.topic.LogIdentity;

/** Consecutive records of one partition, as Kafka would return them, all of them of one conversation and one user. */
public final class LogSequence {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final UserId SENDER = new UserId(1);

    private final LogIdentity log;
    private final int partition;
    private final ConversationId conversation;
    private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

    public LogSequence(LogIdentity log, int partition, ConversationId conversation) {
        this.log = log;
        this.partition = partition;
        this.conversation = conversation;
    }

    public ConversationId conversation() {
        return conversation;
    }

    public LogSequence message(String body) {
        return message(body, Cid.at(TIME));
    }

    public LogSequence message(String body, Cid cid) {
        return append(new LogEntry.Message(conversation, cid, SENDER, new Body(body), null), Duration.ZERO);
    }

    /** A message of user 1 that mentions a user. */
    public LogSequence message(String body, Mentions mentions) {
        var message = new LogEntry.Message(conversation, Cid.at(TIME), SENDER, new Body(body), null, mentions);
        return append(message, Duration.ZERO);
    }

    /** A message that was appended too late to count. */
    public LogSequence expired(String body, Cid cid) {
        return append(new LogEntry.Message(conversation, cid, SENDER, new Body(body), null), Duration.ofSeconds(61));
    }

    public LogSequence edit(long target, String body) {
        return event(new EventDetail.Edited(Position.at(log.epoch(), target), body));
    }

    public LogSequence edit(long target, String body, Mentions mentions) {
        return event(new EventDetail.Edited(Position.at(log.epoch(), target), body, mentions));
    }

    public LogSequence revoke(long target) {
        return event(new EventDetail.Revoked(Position.at(log.epoch(), target)));
    }

    public LogSequence reaction(long target, String emoji) {
        return event(new EventDetail.Reaction(Position.at(log.epoch(), target), emoji, true));
    }

    public LogSequence member(long user, long version) {
        return event(new EventDetail.MemberChanged(new UserId(user), Role.MEMBER, version, true));
    }

    /** A user joins who may read from this record on only. */
    public LogSequence limitedJoin(long user, long version) {
        return event(new EventDetail.MemberChanged(new UserId(user), Role.MEMBER, version, true, version));
    }

    public LogSequence changed(AttributeChange change, long version) {
        return event(new EventDetail.GroupChanged(change, version));
    }

    /** A record that cannot be read. */
    public LogSequence unreadable() {
        records.add(new ConsumerRecord<>("chat_messages", partition, records.size(), conversation.toString(), "{"));
        return this;
    }

    private LogSequence event(EventDetail detail) {
        return append(new LogEntry.Event(conversation, Cid.at(TIME), SENDER, detail), Duration.ZERO);
    }

    private LogSequence append(LogEntry entry, Duration delay) {
        var written = LogRecords.write(entry, partition, log.epoch(), TIME, "node");
        records.add(new ConsumerRecord<>(
                written.topic(),
                partition,
                records.size(),
                TIME.plus(delay).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                written.key(),
                written.value(),
                written.headers(),
                Optional.empty()));
        return this;
    }

    /** The records of {@code [from, to)}. */
    public List<ConsumerRecord<String, String>> range(int from, int to) {
        return List.copyOf(records.subList(from, to));
    }

    public List<ConsumerRecord<String, String>> all() {
        return List.copyOf(records);
    }
}
