package parley.persister.store.control;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.StoredEvent;
import parley.domain.message.entity.StoredMessage;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;

/**
 * Erases the bodies, mentions and files of revoked messages and of their edits, whether they are already stored or are in the same batch.
 * Without a revoke it does not query the database.
 */
record Erasure(Set<ChangeTarget> revoked) {

    private static final String MESSAGES =
            "UPDATE message SET body = '', mentions = NULL, files = NULL, state = " + StoredMessage.REVOKED + " WHERE ";
    private static final String EDITS =
            "UPDATE message_event FORCE INDEX (message_event_target) SET body = '', mentions = NULL WHERE kind = 'edited' AND (";

    static Erasure of(List<Appended> records) {
        var revoked = new HashSet<ChangeTarget>();
        for (var record : records) ChangeTarget.revokedBy(record.entry()).ifPresent(revoked::add);
        return new Erasure(revoked);
    }

    StoredMessage applyTo(StoredMessage row) {
        return revoked.contains(new ChangeTarget(row.conversation(), row.pos())) ? row.revoked() : row;
    }

    StoredEvent applyTo(StoredEvent row, LogEntry.Event event) {
        boolean erased = event.detail() instanceof EventDetail.Edited edit
                && revoked.contains(new ChangeTarget(event.conversation(), edit.target()));
        return erased ? row.erased() : row;
    }

    /** Erases rows that are already stored, in the transaction that stores the revokes. */
    void eraseStored(EntityManager rows) {
        if (revoked.isEmpty()) return;
        var tuples = revoked.stream()
                .map(target -> List.<Object>of(
                        target.conversation().value(), target.pos().value()))
                .toList();
        new TupleQuery(rows, MESSAGES, "(conversation_id = ? AND pos = ?)", " OR ", "", tuples).update();
        new TupleQuery(rows, EDITS, "(conversation_id = ? AND target = ?)", " OR ", ")", tuples).update();
        new MentionRows(rows).delete(revoked);
        FileRows.remove(rows, revoked);
    }
}
