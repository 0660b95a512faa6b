package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.conversation.entity.Conversation;
import parley.domain.identity.ConversationId;
import parley.domain.log.entity.LogEntry;
import parley.domain.log.entity.LogPosition;
import parley.domain.log.entity.SkippedRecord;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.StoredMessage;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.BatchTooLarge;
import parley.persister.store.entity.Member;
import parley.persister.store.entity.ReadMark;
import parley.persister.store.entity.UnstorableRecord;

/** Writes records as rows, within the transaction that holds the partition's lock. */
public final class BatchWriter {

    private final EntityManager rows;
    private final LogPosition position;
    private final int partitions;
    private final ExistingRows existing;

    /** @param partitions of the log */
    public BatchWriter(EntityManager rows, LogPosition position, int partitions) {
        this.rows = rows;
        this.partitions = partitions;
        this.position = position;
        this.existing = new ExistingRows(rows);
    }

    /**
     * @throws UnstorableRecord for the first record that can never be stored
     * @throws BatchTooLarge if the records have to be stored in several transactions
     */
    public BatchCounts write(List<ConsumerRecord<String, String>> records) {
        var read = records.stream()
                .map(record -> RecordMapper.read(record, partitions))
                .toList();
        MentionRows.requireFew(read);
        var classified = existing.classify(read);
        classified.skipped().forEach(this::skip);
        var conversations = conversations(classified.effective());
        var erasure = Erasure.of(classified.effective());
        var joins = existing.joins(classified.effective());
        // Positions increase, so the last one of each member is the greatest.
        var places = new HashMap<Member, ReadMark>();
        var joining = new ArrayList<Appended>();
        var mentions = new HashMap<ChangeTarget, Mentions>();
        var edited = new HashSet<ChangeTarget>();
        var files = new FileRows(rows);
        for (var record : classified.effective()) {
            var conversation = conversations.get(record.entry().conversation());
            if (conversation == null)
                throw new UnstorableRecord(record.offset(), "its conversation does not exist", null);
            switch (record.entry()) {
                case LogEntry.Message message -> {
                    rows.persist(erasure.applyTo(row(record, message, conversation)));
                    mark(places, ReadMark.of(message, record.pos()));
                    files.add(message, record.pos(), record.appendedAt());
                    if (!message.mentions().isNone())
                        mentions.put(new ChangeTarget(message.conversation(), record.pos()), message.mentions());
                }
                case LogEntry.Event event -> {
                    rows.persist(erasure.applyTo(RecordMapper.row(record, event), event));
                    joins.of(event).ifPresent(member -> {
                        mark(places, new ReadMark(member, record.pos().value()));
                        joining.add(record);
                    });
                    if (event.detail() instanceof EventDetail.Edited edit)
                        edited.add(new ChangeTarget(event.conversation(), edit.target()));
                }
            }
        }
        // Locks the rows of conversations before those of memberships, in the same order as membership changes do.
        rows.flush();
        files.write();
        erasure.eraseStored(rows);
        var mentionRows = new MentionRows(rows);
        mentionRows.add(mentions);
        mentionRows.refresh(edited);
        new PlaceWriter(rows).sent(places.values());
        // These rows are locked already, in their order.
        JoinPositions.of(joining).store(rows);
        long repeats = classified.skipped().stream()
                .filter(skipped -> skipped.why() == SkippedRecord.Why.REPEAT)
                .count();
        return new BatchCounts(classified.effective().size(), (int) repeats, 0);
    }

    private static void mark(Map<Member, ReadMark> places, ReadMark mark) {
        places.put(mark.member(), mark);
    }

    /**
     * Accounts for a record that is in the dead-letter topic.
     *
     * @param placeholder whether a readable message gets a placeholder row with its sequence number
     */
    public BatchCounts park(ConsumerRecord<String, String> record, boolean placeholder) {
        if (!placeholder || !writePlaceholder(record)) {
            rows.persist(new SkippedRecord(
                    position.partition(), position.epoch(), record.offset(), SkippedRecord.Why.PARKED, null));
        }
        rows.flush();
        return BatchCounts.PARKED;
    }

    /** Returns false if the record is unreadable, is an event, or has no conversation. */
    private boolean writePlaceholder(ConsumerRecord<String, String> record) {
        Appended appended;
        try {
            appended = RecordMapper.read(record, partitions);
        } catch (UnstorableRecord unreadable) {
            return false;
        }
        var classified = existing.classify(List.of(appended));
        classified.skipped().forEach(this::skip);
        if (!classified.skipped().isEmpty()) return true;
        var conversation =
                conversations(classified.effective()).get(appended.entry().conversation());
        if (conversation == null || !(appended.entry() instanceof LogEntry.Message message)) return false;
        rows.persist(row(appended, message, conversation).unstorable());
        return true;
    }

    private Map<ConversationId, Conversation> conversations(List<Appended> records) {
        return existing.conversations(
                records.stream().map(record -> record.entry().conversation()).collect(Collectors.toSet()));
    }

    private void skip(BatchClassification.Skipped skipped) {
        rows.persist(new SkippedRecord(
                position.partition(), position.epoch(), skipped.record().offset(), skipped.why(), skipped.first()));
    }

    private StoredMessage row(Appended record, LogEntry.Message message, Conversation conversation) {
        return new StoredMessage(
                record.message(message), conversation.append(record.pos(), record.appendedAt()), record.partition());
    }
}
