package parley.faults.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The lines of a conversation, ordered by position. Held in arrays, because a run has millions of lines; only changed
 * lines need an object. Not thread-safe.
 */
public final class Lines {

    private static final int FIRST = 8;

    private long[] pos = new long[FIRST];
    private long[] identity = new long[FIRST];
    private long[] body = new long[FIRST];
    private int[] seen = new int[FIRST];
    private int size;
    private final Map<Long, Fold> changed = new HashMap<>();

    /** @return false if there is already a line at this position */
    public boolean add(long place, long who, long text, int seenAt) {
        int at = size == 0 || pos[size - 1] < place ? size : Arrays.binarySearch(pos, 0, size, place);
        if (at >= 0 && at < size) return false;
        if (at < 0) at = -at - 1;
        if (size == pos.length) grow();
        int moved = size - at;
        System.arraycopy(pos, at, pos, at + 1, moved);
        System.arraycopy(identity, at, identity, at + 1, moved);
        System.arraycopy(body, at, body, at + 1, moved);
        System.arraycopy(seen, at, seen, at + 1, moved);
        pos[at] = place;
        identity[at] = who;
        body[at] = text;
        seen[at] = seenAt;
        size++;
        return true;
    }

    private void grow() {
        int more = size + (size >> 1);
        pos = Arrays.copyOf(pos, more);
        identity = Arrays.copyOf(identity, more);
        body = Arrays.copyOf(body, more);
        seen = Arrays.copyOf(seen, more);
    }

    /** Adds a line with its changes folded in, or replaces the changes of the line if these are newer. */
    public void show(long place, long who, Fold fold, int seenAt) {
        add(place, who, fold.body(), seenAt);
        int at = index(place);
        if (fold.at() > fold(at).at()) changed.put(place, fold);
    }

    /** Ignored if the line is not held. */
    public void change(Change change) {
        int at = index(change.target());
        if (at < 0) return;
        var before = fold(at);
        var after = change.apply(before);
        if (after != before) changed.put(change.target(), after);
    }

    /** Negative if there is no line at this position. */
    public int index(long place) {
        return Arrays.binarySearch(pos, 0, size, place);
    }

    /** The first index at or after a position. */
    public int from(long place) {
        int at = index(place);
        return at >= 0 ? at : -at - 1;
    }

    public int size() {
        return size;
    }

    public long pos(int index) {
        return pos[index];
    }

    public long identity(int index) {
        return identity[index];
    }

    public int seen(int index) {
        return seen[index];
    }

    public Fold fold(int index) {
        var fold = changed.get(pos[index]);
        return fold != null ? fold : Fold.of(body[index]);
    }

    /** Whether two lines are equal, including their changes. */
    public boolean same(int index, Lines other, int otherIndex) {
        return pos[index] == other.pos[otherIndex]
                && identity[index] == other.identity[otherIndex]
                && (body[index] == other.body[otherIndex]
                                && !changed.containsKey(pos[index])
                                && !other.changed.containsKey(pos[index])
                        || fold(index).state() == other.fold(otherIndex).state());
    }

    /** The greatest position of a line or of a change. */
    public long greatest() {
        long greatest = size == 0 ? -1 : pos[size - 1];
        for (var fold : changed.values()) greatest = Math.max(greatest, fold.at());
        return greatest;
    }
}
