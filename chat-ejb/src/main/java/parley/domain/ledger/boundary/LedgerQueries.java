package parley.domain.ledger.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.domain.identity.Position;
import parley.domain.ledger.entity.LogOutcome;
import parley.domain.ledger.entity.LogOutcome.Kind;
import parley.domain.log.entity.LogGap;
import parley.domain.message.entity.StoredMessage;

/** Reads what the database holds for each offset of the log. */
@Stateless
public class LedgerQueries {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** The outcomes of {@code [from, to)} of a partition, unordered. */
    public List<LogOutcome> accounts(int partition, int epoch, long from, long to) {
        var accounts = new ArrayList<LogOutcome>();
        if (from >= to) return accounts;
        var first = Position.at(epoch, from).value();
        var last = Position.at(epoch, to - 1).value();
        rows.createQuery("""
                        SELECT m.key.pos, m.state FROM StoredMessage m
                        WHERE m.logPartition = :partition AND m.key.pos BETWEEN :first AND :last""", Object[].class)
                .setParameter("partition", partition)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList()
                .forEach(row -> accounts.add(new LogOutcome(offset(row[0]), kind(((Number) row[1]).intValue()))));
        rows.createQuery("""
                        SELECT e.key.pos FROM StoredEvent e
                        WHERE e.logPartition = :partition AND e.key.pos BETWEEN :first AND :last""", Long.class)
                .setParameter("partition", partition)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList()
                .forEach(at -> accounts.add(new LogOutcome(offset(at), Kind.EVENT)));
        rows.createQuery("""
                        SELECT r.key.offset, r.why FROM SkippedRecord r
                        WHERE r.key.partition = :partition AND r.key.epoch = :epoch
                          AND r.key.offset BETWEEN :from AND :last""", Object[].class)
                .setParameter("partition", (long) partition)
                .setParameter("epoch", (long) epoch)
                .setParameter("from", from)
                .setParameter("last", to - 1)
                .getResultList()
                .forEach(row -> accounts.add(new LogOutcome(
                        ((Number) row[0]).longValue(),
                        Kind.valueOf(row[1].toString().toUpperCase(Locale.ROOT)))));
        return accounts;
    }

    /** The greatest offset of a partition that has its own row, or -1. */
    public long last(int partition, int epoch) {
        var first = Position.at(epoch, 0).value();
        var end = Position.at(epoch + 1, 0).value();
        long last = -1;
        for (var entity : List.of("StoredMessage", "StoredEvent")) {
            var greatest = rows.createQuery(
                            "SELECT MAX(r.key.pos) FROM " + entity
                                    + " r WHERE r.logPartition = :partition AND r.key.pos >= :first AND r.key.pos < :end",
                            Long.class)
                    .setParameter("partition", partition)
                    .setParameter("first", first)
                    .setParameter("end", end)
                    .getSingleResult();
            if (greatest != null) last = Math.max(last, offset(greatest));
        }
        return last;
    }

    /** The gaps of a partition that overlap {@code [from, to)} or were repaired within the given period. */
    public List<LogGap> gaps(int partition, int epoch, long from, long to, Instant since, Instant until) {
        return rows.createQuery("""
                        SELECT g FROM LogGap g WHERE g.key.partition = :partition AND g.key.epoch = :epoch
                          AND (g.key.from < :to AND g.to > :from OR g.repairedAt >= :since AND g.repairedAt < :until)
                        ORDER BY g.key.from""", LogGap.class)
                .setParameter("partition", (long) partition)
                .setParameter("epoch", (long) epoch)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("since", since)
                .setParameter("until", until)
                .getResultList();
    }

    private static long offset(Object pos) {
        return new Position(((Number) pos).longValue()).offset();
    }

    private static Kind kind(int state) {
        return state == StoredMessage.UNSTORABLE ? Kind.PARKED : Kind.MESSAGE;
    }
}
