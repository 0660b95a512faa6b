package parley.web.log.tail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.log.rule.EntryKey;
import parley.log.rule.KnownEntries;

/**
 * The position of the first record of each (conversation, actor, cid) of one partition. Written by the tail's thread,
 * read by all. Nothing within the time window is forgotten. Older entries are forgotten once the database has them. If
 * memory is short, entries that the database does not have are forgotten, too; {@link #coveredFrom} then tells that a
 * repeat may go unrecognized.
 */
final class CidIndex implements KnownEntries {

    private record Revoke(Position pos, Instant appendedAt, ChangeTarget target) {}

    private final CidHashTable first = new CidHashTable();
    private final ArrayDeque<Revoke> revokes = new ArrayDeque<>();
    private final Map<ChangeTarget, Position> revokedAt = new HashMap<>();
    private long coveredFrom;

    CidIndex(long coveredFrom) {
        this.coveredFrom = coveredFrom;
    }

    /** Null if the key is not in the index. */
    synchronized AppendResult find(EntryKey key) {
        return first.find(key);
    }

    synchronized void add(EntryKey key, Appended record) {
        first.add(key, record.pos(), record.appendedAt());
        ChangeTarget.revokedBy(record.entry()).ifPresent(target -> {
            if (revokedAt.putIfAbsent(target, record.pos()) != null) return;
            revokes.addLast(new Revoke(record.pos(), record.appendedAt(), target));
        });
    }

    /** Whether a revoke of that message was read recently or may not be in the database yet. */
    synchronized boolean isRevoked(ConversationId conversation, Position pos) {
        return revokedAt.containsKey(new ChangeTarget(conversation, pos));
    }

    /** The first record with this key if its position is below {@code pos}, else null. */
    synchronized AppendResult firstBefore(Position pos, EntryKey key) {
        var found = first.find(key);
        return found != null && pos.isAfter(found.pos()) ? found : null;
    }

    @Override
    public Position first(EntryKey key, Position before) {
        var found = firstBefore(before, key);
        return found == null ? null : found.pos();
    }

    @Override
    public synchronized boolean isRevoked(ChangeTarget target, Position before) {
        var at = revokedAt.get(target);
        return at != null && before.isAfter(at);
    }

    /**
     * Whatever {@code olderThan} is, an entry is kept as long as this node may still read a repeat of it.
     *
     * @param most the maximum number of older entries that are kept because the database does not have them
     */
    synchronized void forget(Instant olderThan, long storedBelow, int most) {
        if (first.size() == 0) return;
        var window = earlier(olderThan, first.newestAt().minus(LogTail.IN_FLIGHT));
        // Records that are not stored are read from the log again when they are needed, and repeats among them.
        var stored = earlier(window, first.atOrAfter(storedBelow).minus(LogTail.IN_FLIGHT));
        while (first.size() > 0
                && first.oldestAt().isBefore(window)
                && (first.oldestAt().isBefore(stored) || first.size() > most)) {
            coveredFrom = first.oldestPos().offset() + 1;
            first.removeOldest();
        }
        while (!revokes.isEmpty()
                && revokes.getFirst().pos.offset() < storedBelow
                && revokes.getFirst().appendedAt.isBefore(stored)) {
            revokedAt.remove(revokes.removeFirst().target);
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Every record of the partition from this offset on is in the index. */
    synchronized long coveredFrom() {
        return coveredFrom;
    }

    synchronized int size() {
        return first.size() + revokes.size();
    }
}
