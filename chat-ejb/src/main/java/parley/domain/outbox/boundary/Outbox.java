package parley.domain.outbox.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Consumer;
import parley.domain.outbox.entity.EarlierOutboxEntry;
import parley.domain.outbox.entity.OutboxChange;
import parley.domain.outbox.entity.OutboxEntry;

/** Changes that are committed in the database and not yet in the log. */
@Stateless
public class Outbox {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /**
     * Locks the oldest entries, passes them to {@code sender}, which returns once the log has them or
     * throws, and deletes them. Relays of other nodes wait for the lock, so that changes are sent in order.
     *
     * @return how many were sent; fewer than {@code limit} means that none is left
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int relay(int limit, Consumer<List<OutboxChange>> sender) {
        takeOver(limit);
        var entries = rows.createQuery("SELECT o FROM OutboxEntry o ORDER BY o.id", OutboxEntry.class)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (entries.isEmpty()) return 0;
        sender.accept(entries.stream().map(OutboxEntry::change).toList());
        entries.forEach(rows::remove);
        return entries.size();
    }

    /** Nodes of the version before do not know this outbox; what they have not sent is sent from here. */
    private void takeOver(int limit) {
        var earlier = rows.createQuery("SELECT o FROM EarlierOutboxEntry o ORDER BY o.id", EarlierOutboxEntry.class)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (earlier.isEmpty()) return;
        for (var entry : earlier) {
            rows.persist(entry.current());
            rows.remove(entry);
        }
        rows.flush();
    }
}
