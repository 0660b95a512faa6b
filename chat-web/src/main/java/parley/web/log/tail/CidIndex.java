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

/**
 * The first place of each (conversation, actor, cid) of one partition. Written by the tail's thread, read by all.
 * Within the window nothing is forgotten; after it what the database has, which finds it from then on; and where
 * memory is short also what it does not have, of which {@link #coveredFrom} tells: nobody may answer for that then.
 */
final class CidIndex {

    private record Revoke(Position pos, Instant appendedAt, ChangeTarget target) {}

    private final CidHashTable first = new CidHashTable();
    private final ArrayDeque<Revoke> revokes = new ArrayDeque<>();
    private final Map<ChangeTarget, Position> revokedAt = new HashMap<>();
    private long coveredFrom;

    CidIndex(long coveredFrom) {
        this.coveredFrom = coveredFrom;
    }

    /** Null where it is new here. */
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

    /** Whether a revoke of it was read that the database may not have, or lately. */
    synchronized boolean isRevoked(ConversationId conversation, Position pos) {
        return revokedAt.containsKey(new ChangeTarget(conversation, pos));
    }

    /** The first record with this key if its position is below {@code pos}, else null. */
    synchronized AppendResult firstBefore(Position pos, EntryKey key) {
        var found = first.find(key);
        return found != null && pos.isAfter(found.pos()) ? found : null;
    }

    synchronized boolean isRevokedBefore(Position pos, ChangeTarget target) {
        var at = revokedAt.get(target);
        return at != null && pos.isAfter(at);
    }

    /** @param most entries that may stay although they are older, for the database does not have them */
    synchronized void forget(Instant olderThan, long storedBelow, int most) {
        while (first.size() > 0
                && first.oldestAt().isBefore(olderThan)
                && (first.oldestPos().offset() < storedBelow || first.size() > most)) {
            coveredFrom = first.oldestPos().offset() + 1;
            first.removeOldest();
        }
        while (!revokes.isEmpty()
                && revokes.getFirst().pos.offset() < storedBelow
                && revokes.getFirst().appendedAt.isBefore(olderThan)) {
            revokedAt.remove(revokes.removeFirst().target);
        }
    }

    /** Every record of the log from this offset on is known here. */
    synchronized long coveredFrom() {
        return coveredFrom;
    }

    synchronized int size() {
        return first.size() + revokes.size();
    }
}
