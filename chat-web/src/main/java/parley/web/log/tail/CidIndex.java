package parley.web.log.tail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Accepted;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;

/**
 * The first place of each (conversation, actor, cid) of one partition. Written by the tail's thread, read by all.
 * Within the window nothing is forgotten; after it what the database has, which finds it from then on; and where
 * memory is short also what it does not have, of which {@link #coveredFrom} tells: nobody may answer for that then.
 */
final class CidIndex {

    private record Revoke(long offset, Instant appendedAt, Target target) {}

    private record Target(ConversationId conversation, Position pos) {}

    private final EntryTable first = new EntryTable();
    private final ArrayDeque<Revoke> revokes = new ArrayDeque<>();
    private final Set<Target> revoked = new HashSet<>();
    private long coveredFrom;

    CidIndex(long coveredFrom) {
        this.coveredFrom = coveredFrom;
    }

    /** Null where it is new here. */
    synchronized Accepted find(EntryKey key) {
        return first.find(key);
    }

    synchronized void add(EntryKey key, Appended record) {
        first.add(key, record.pos(), record.appendedAt());
        if (record.entry() instanceof LogEntry.Event event && event.detail() instanceof EventDetail.Revoked gone) {
            var target = new Target(event.conversation(), gone.target());
            if (revoked.add(target)) revokes.addLast(new Revoke(record.offset(), record.appendedAt(), target));
        }
    }

    /** Whether a revoke of it was read that the database may not have, or lately. */
    synchronized boolean isRevoked(ConversationId conversation, Position pos) {
        return revoked.contains(new Target(conversation, pos));
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
                && revokes.getFirst().offset < storedBelow
                && revokes.getFirst().appendedAt.isBefore(olderThan)) {
            revoked.remove(revokes.removeFirst().target);
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
