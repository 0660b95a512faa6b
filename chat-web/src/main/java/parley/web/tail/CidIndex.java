package parley.web.tail;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Accepted;
import parley.domain.message.entity.EventDetail;
import parley.log.record.Appended;

/**
 * The first place of each (conversation, actor, cid) of one partition. Written by the tail's thread, read by all.
 * An entry goes only when it is older than the window and the database has it: what is forgotten here is found there.
 */
final class CidIndex {

    private record Line(EntryKey key, long offset, Instant appendedAt, Target revoked) {}

    private record Target(ConversationId conversation, Position pos) {}

    private final Map<EntryKey, Accepted> first = new ConcurrentHashMap<>();
    private final Set<Target> revoked = ConcurrentHashMap.newKeySet();
    private final ArrayDeque<Line> byAge = new ArrayDeque<>();
    private volatile long coveredFrom;

    CidIndex(long coveredFrom) {
        this.coveredFrom = coveredFrom;
    }

    /** Null where it is new here. */
    Accepted find(EntryKey key) {
        return first.get(key);
    }

    void add(EntryKey key, Appended record) {
        first.put(key, new Accepted(record.pos(), record.appendedAt()));
        var gone = revokedBy(record.entry());
        if (gone != null) revoked.add(gone);
        byAge.addLast(new Line(key, record.offset(), record.appendedAt(), gone));
    }

    /** Whether a revoke of it was read, as far back as this goes; the database knows of the earlier ones. */
    boolean isRevoked(ConversationId conversation, Position pos) {
        return revoked.contains(new Target(conversation, pos));
    }

    private static Target revokedBy(LogEntry entry) {
        return entry instanceof LogEntry.Event event && event.detail() instanceof EventDetail.Revoked of
                ? new Target(entry.conversation(), of.target())
                : null;
    }

    void forget(Instant olderThan, long storedBelow) {
        for (var line = byAge.peekFirst(); line != null; line = byAge.peekFirst()) {
            if (line.offset >= storedBelow || !line.appendedAt.isBefore(olderThan)) return;
            coveredFrom = line.offset + 1;
            byAge.removeFirst();
            first.remove(line.key);
            if (line.revoked != null) revoked.remove(line.revoked);
        }
    }

    /** Every record of the log from this offset on is known here. */
    long coveredFrom() {
        return coveredFrom;
    }

    int size() {
        return first.size();
    }
}
