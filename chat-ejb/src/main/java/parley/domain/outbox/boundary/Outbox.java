package parley.domain.outbox.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
        // Nodes of the version before do not know this outbox; what they have not sent is sent from here.
        var earlier = oldest("SELECT o FROM EarlierOutboxEntry o ORDER BY o.id", EarlierOutboxEntry.class, limit);
        var entries = oldest("SELECT o FROM OutboxEntry o ORDER BY o.id", OutboxEntry.class, limit);
        if (earlier.isEmpty() && entries.isEmpty()) return 0;
        var all = merged(earlier.stream().map(EarlierOutboxEntry::current).toList(), entries);
        sender.accept(all.stream().map(OutboxEntry::change).toList());
        earlier.forEach(rows::remove);
        entries.forEach(rows::remove);
        return Math.max(earlier.size(), entries.size());
    }

    private <T> List<T> oldest(String query, Class<T> type, int limit) {
        return rows.createQuery(query, type)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** By the time at which they were made; the order of each list stays. */
    private static List<OutboxEntry> merged(List<OutboxEntry> earlier, List<OutboxEntry> entries) {
        if (earlier.isEmpty()) return entries;
        var first = new ArrayDeque<>(earlier);
        var all = new ArrayList<OutboxEntry>(earlier.size() + entries.size());
        for (var entry : entries) {
            while (!first.isEmpty() && !first.element().createdAt().isAfter(entry.createdAt())) all.add(first.remove());
            all.add(entry);
        }
        all.addAll(first);
        return all;
    }
}
