package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.conversation.entity.Conversation;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.log.entity.SkippedRecord;
import parley.domain.log.entity.SkippedRecordKey;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.MessageKey;
import parley.domain.message.entity.StoredMessage;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.persister.store.entity.ReadMark;
import parley.persister.store.entity.ReplayResult;
import parley.persister.store.entity.UnstorableRecord;

/** Stores a replayed dead letter at its own position, in the transaction that holds the partition's lock. */
public final class ReplayWriter {

    private final EntityManager rows;
    private final int partitions;
    private final ExistingRows existing;

    /** @param partitions of the log */
    public ReplayWriter(EntityManager rows, int partitions) {
        this.rows = rows;
        this.partitions = partitions;
        this.existing = new ExistingRows(rows);
    }

    /** @throws UnstorableRecord if it still cannot be stored */
    public ReplayResult write(ConsumerRecord<String, String> letter) {
        var record = RecordMapper.read(letter, partitions);
        if (record.entry() instanceof LogEntry.Message message) {
            var placeholder = rows.find(StoredMessage.class, MessageKey.of(message.conversation(), record.pos()));
            if (placeholder != null) return fill(placeholder, record, message);
        }
        var parked = rows.find(
                SkippedRecord.class, new SkippedRecordKey(record.partition(), record.epoch(), record.offset()));
        if (parked == null || !parked.isParked()) return ReplayResult.ALREADY;
        var skipped = existing.classify(List.of(record)).skipped();
        if (!skipped.isEmpty()) {
            parked.become(skipped.getFirst().why(), skipped.getFirst().first());
            return ReplayResult.PASSED;
        }
        store(record);
        rows.remove(parked);
        rows.flush();
        return ReplayResult.STORED;
    }

    private ReplayResult fill(StoredMessage placeholder, Appended record, LogEntry.Message message) {
        if (!placeholder.isUnstorable()) return ReplayResult.ALREADY;
        placeholder.fill(record.message(message));
        boolean revoked = isRevoked(record);
        if (revoked) placeholder.revoked();
        rows.flush();
        writeFiles(record, message, revoked);
        refreshMentions(record, record.pos());
        forward(record, message);
        return ReplayResult.STORED;
    }

    private void store(Appended record) {
        var id = record.entry().conversation();
        var conversation = existing.conversations(Set.of(id)).get(id);
        if (conversation == null) throw new UnstorableRecord(record.offset(), "its conversation does not exist", null);
        switch (record.entry()) {
            case LogEntry.Message message -> {
                long seq = insertSeq(record, conversation);
                var row = new StoredMessage(record.message(message), seq, record.partition());
                boolean revoked = isRevoked(record);
                rows.persist(revoked ? row.revoked() : row);
                rows.flush();
                writeFiles(record, message, revoked);
                refreshMentions(record, record.pos());
                forward(record, message);
            }
            case LogEntry.Event event -> {
                rows.persist(RecordMapper.row(record, event));
                rows.flush();
                Erasure.of(List.of(record)).eraseStored(rows);
                if (event.detail() instanceof EventDetail.Edited edit) refreshMentions(record, edit.target());
                existing.joins(List.of(record)).of(event).ifPresent(member -> {
                    new PlaceWriter(rows)
                            .sent(List.of(new ReadMark(member, record.pos().value())));
                    JoinPositions.of(List.of(record)).store(rows);
                });
            }
        }
    }

    private void writeFiles(Appended record, LogEntry.Message message, boolean revoked) {
        var files = new FileRows(rows);
        files.add(message, record.pos(), record.appendedAt());
        files.write();
        if (revoked) FileRows.remove(rows, Set.of(new ChangeTarget(message.conversation(), record.pos())));
    }

    private void refreshMentions(Appended record, Position message) {
        new MentionRows(rows).refresh(Set.of(new ChangeTarget(record.entry().conversation(), message)));
    }

    /** Whether its revoke was stored while it was parked; then its body must not be stored. */
    private boolean isRevoked(Appended record) {
        return !existing.revoked(Set.of(new ChangeTarget(record.entry().conversation(), record.pos())))
                .isEmpty();
    }

    private void forward(Appended record, LogEntry.Message message) {
        new PlaceWriter(rows).sent(List.of(ReadMark.of(message, record.pos())));
    }

    /** Sequence numbers are dense and ordered by position, so those of later messages increase. */
    private long insertSeq(Appended record, Conversation conversation) {
        long before = rows.createQuery("""
                        SELECT m.seq FROM StoredMessage m
                        WHERE m.key.conversationId = :conversation AND m.key.pos < :pos ORDER BY m.key.pos DESC""", Long.class)
                .setParameter("conversation", conversation.id().value())
                .setParameter("pos", record.pos().value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(0L);
        conversation.insert(record.pos(), record.appendedAt());
        rows.flush();
        rows.createNativeQuery("UPDATE message SET seq = seq + 1 WHERE conversation_id = ?1 AND pos > ?2")
                .setParameter(1, record.entry().conversation().value())
                .setParameter(2, record.pos().value())
                .executeUpdate();
        return before + 1;
    }
}
