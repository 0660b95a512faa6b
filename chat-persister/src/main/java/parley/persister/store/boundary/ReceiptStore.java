package parley.persister.store.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogPosition;
import parley.domain.sql.DatabaseFailure;
import parley.log.record.LogRecords;
import parley.persister.store.control.ReadMarks;
import parley.persister.store.entity.ReadMark;

/** Stores read positions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReceiptStore {

    @Inject
    EntityManager rows;

    /**
     * Moves read positions forward.
     *
     * @param marks at most one per member
     * @param evenAhead marks to store even if their messages are not stored yet
     * @param partitions of the log
     * @return the marks that were left out because their messages are not stored yet
     */
    public Set<ReadMark> store(Collection<ReadMark> marks, Set<ReadMark> evenAhead, int partitions) {
        try {
            return move(marks, evenAhead, partitions);
        } catch (PersistenceException failed) {
            throw new DatabaseFailure(failed);
        }
    }

    private Set<ReadMark> move(Collection<ReadMark> marks, Set<ReadMark> evenAhead, int partitions) {
        var stored = rows.createQuery("SELECT p FROM LogPosition p", LogPosition.class)
                .getResultStream()
                .collect(Collectors.toMap(
                        LogPosition::partition,
                        p -> Position.at(p.epoch(), p.nextOffset()).value()));
        var ahead = new HashSet<ReadMark>();
        for (var mark : marks) {
            int partition = LogRecords.partition(new ConversationId(mark.conversation()), partitions);
            if (mark.pos() >= stored.getOrDefault(partition, 0L) && !evenAhead.contains(mark)) ahead.add(mark);
        }
        new ReadMarks(rows)
                .forward(marks.stream().filter(mark -> !ahead.contains(mark)).toList());
        return ahead;
    }
}
