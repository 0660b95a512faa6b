package parley.domain.outbox.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.function.Consumer;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.outbox.entity.OutboxEntry;

/** Membership changes that are committed in the database and not yet in the log. */
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
    public int relay(int limit, Consumer<List<MembershipChange>> sender) {
        var entries = rows.createQuery("SELECT o FROM OutboxEntry o ORDER BY o.id", OutboxEntry.class)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (entries.isEmpty()) return 0;
        sender.accept(entries.stream().map(OutboxEntry::change).toList());
        entries.forEach(rows::remove);
        return entries.size();
    }
}
