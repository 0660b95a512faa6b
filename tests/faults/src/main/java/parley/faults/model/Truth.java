package parley.faults.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the log says, by the rules of the contract: the first of a name counts, what was appended too late is void, and
 * after a revoke nothing changes the message.
 */
final class Truth {

    /** A record and what has to become of it. */
    record Judged(LogRecord record, Fate fate) {}

    private record Target(long conversation, long pos) {}

    private final Map<Integer, Map<Long, Judged>> byPlace = new HashMap<>();
    private final Map<Key, Judged> first = new HashMap<>();
    private final Map<Long, Lines> conversations = new HashMap<>();
    private final Set<Target> revoked = new HashSet<>();
    private final List<Violation> holes = new ArrayList<>();

    /** @param log by partition and offset */
    static Truth of(List<LogRecord> log) {
        var truth = new Truth();
        Place last = null;
        for (var record : log) {
            if (last != null && last.partition() == record.place().partition()) truth.follows(last, record.place());
            last = record.place();
            truth.take(record);
        }
        return truth;
    }

    private void follows(Place last, Place next) {
        if (next.offset() == last.offset() + 1) return;
        holes.add(new Violation.Unaccounted(
                new Place(last.partition(), last.offset() + 1), "the log goes on at " + next.offset()));
    }

    private void take(LogRecord record) {
        var judged = new Judged(record, fate(record));
        byPlace.computeIfAbsent(record.place().partition(), p -> new HashMap<>())
                .put(record.place().offset(), judged);
        if (!judged.fate.isRow()) return;
        first.put(record.key(), judged);
        var lines = conversations.computeIfAbsent(record.key().conversation(), c -> new Lines());
        switch (record.kind()) {
            case MESSAGE -> lines.add(record.pos(), record.key().identity(record.target()), record.digest(), 0);
            case EDITED, REACTION -> lines.change(record.change());
            case REVOKED -> {
                revoked.add(new Target(record.key().conversation(), record.target()));
                lines.change(record.change());
            }
            case MEMBER -> {
                if (record.shown())
                    lines.add(record.pos(), member(record.key(), record.target(), record.on()), Digest.NOTHING, 0);
            }
            case UNREADABLE -> throw new IllegalStateException("unreadable records are no rows");
        }
    }

    private Fate fate(LogRecord record) {
        if (record.kind() == Kind.UNREADABLE) return Fate.of(Fate.Is.PARKED);
        if (record.isVoid()) return Fate.of(Fate.Is.VOID);
        var earlier = first.get(record.key());
        if (earlier != null) return new Fate(Fate.Is.REPEAT, earlier.record.pos());
        boolean change = record.kind() == Kind.EDITED || record.kind() == Kind.REACTION;
        if (change && revoked.contains(new Target(record.key().conversation(), record.target())))
            return Fate.of(Fate.Is.REVOKED);
        return Fate.of(record.kind() == Kind.MESSAGE ? Fate.Is.MESSAGE : Fate.Is.EVENT);
    }

    /** The identity of the line that shows a change of membership. */
    static long member(Key key, long user, boolean joins) {
        return key.identity(Digest.of(user, joins ? 1 : 0));
    }

    boolean isRevoked(long conversation, long pos) {
        return revoked.contains(new Target(conversation, pos));
    }

    /** Null where the log has no such offset. */
    Judged at(Place place) {
        return byPlace.getOrDefault(place.partition(), Map.of()).get(place.offset());
    }

    /** The record that counts, or null. */
    Judged first(Key key) {
        return first.get(key);
    }

    Collection<Judged> counting() {
        return first.values();
    }

    Lines lines(long conversation) {
        return conversations.getOrDefault(conversation, new Lines());
    }

    List<Violation> holes() {
        return holes;
    }
}
