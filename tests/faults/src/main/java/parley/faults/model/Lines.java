package parley.faults.model;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lines of a conversation by position. Not thread-safe. */
public final class Lines {

    /** @param seenAt when it was first held, in a unit of the caller */
    public record Line(long identity, Fold fold, int seenAt) {

        boolean isSame(Line other) {
            return identity == other.identity && fold.equals(other.fold);
        }

        /**
         * Whether a client shows the same. A page that is read while a revoke arrives may show the message as revoked,
         * but not yet at which position; what follows does not change a revoked message.
         */
        boolean looksLike(Line other) {
            return isSame(other) || identity == other.identity && fold.revoked() && other.fold.revoked();
        }
    }

    private final TreeMap<Long, Line> byPosition = new TreeMap<>();

    /** @return false if there is already a line at this position */
    public boolean add(long pos, long identity, long body, int seenAt) {
        return byPosition.putIfAbsent(pos, new Line(identity, Fold.of(body), seenAt)) == null;
    }

    /** Adds a line with its changes folded in, or replaces the changes of the line if these are newer. */
    public void show(long pos, long identity, Fold fold, int seenAt) {
        byPosition.merge(
                pos,
                new Line(identity, fold, seenAt),
                (held, shown) -> shown.fold.at() > held.fold.at() ? new Line(held.identity, fold, held.seenAt) : held);
    }

    /** Ignored if the line is not held. */
    public void change(Change change) {
        byPosition.computeIfPresent(
                change.target(), (pos, line) -> new Line(line.identity, change.apply(line.fold), line.seenAt));
    }

    /** Null if there is no line at this position. */
    public Line get(long pos) {
        return byPosition.get(pos);
    }

    public int size() {
        return byPosition.size();
    }

    /** The smallest position. */
    public long first() {
        return byPosition.firstKey();
    }

    /** The lines at or after a position. */
    public NavigableMap<Long, Line> from(long pos) {
        return byPosition.tailMap(pos, true);
    }

    /** Whether a client shows the same from a position on, including the changes. */
    public boolean looksLikeFrom(long pos, Lines other) {
        var others = other.from(pos);
        return from(pos).keySet().equals(others.keySet())
                && from(pos).entrySet().stream()
                        .allMatch(each -> each.getValue().looksLike(others.get(each.getKey())));
    }

    /** What search has to find: the messages that have a text and are not revoked. */
    public Lines searchable() {
        var searchable = new Lines();
        byPosition.forEach((pos, line) -> {
            if (!line.fold.revoked() && line.fold.body() != Digest.NOTHING) searchable.byPosition.put(pos, line);
        });
        return searchable;
    }

    /** The positions at which only one of the two has a line, or at which their lines differ. */
    public List<Long> differences(Lines other) {
        var positions = new TreeSet<>(byPosition.keySet());
        positions.addAll(other.byPosition.keySet());
        return positions.stream()
                .filter(pos -> differs(get(pos), other.get(pos)))
                .toList();
    }

    private static boolean differs(Line one, Line other) {
        return one == null || other == null || !one.isSame(other);
    }

    /** The greatest position of a line or of a change, or -1. */
    public long greatest() {
        long last = byPosition.isEmpty() ? -1 : byPosition.lastKey();
        return byPosition.values().stream().mapToLong(line -> line.fold.at()).reduce(last, Math::max);
    }
}
