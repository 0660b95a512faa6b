package parley.web.log.tail;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** How far the tail has read each partition, and when it was last known to be at the end. */
final class TailProgress {

    private static final long NEVER = Long.MIN_VALUE;

    private record Goal(long end, long askedNanos) {}

    private final AtomicLongArray position;
    private final AtomicLongArray atEnd;
    private final Goal[] goals;

    TailProgress(long[] from) {
        position = new AtomicLongArray(from);
        atEnd = new AtomicLongArray(from.length);
        for (int p = 0; p < from.length; p++) atEnd.set(p, NEVER);
        goals = new Goal[from.length];
    }

    long position(int partition) {
        return position.get(partition);
    }

    int partitions() {
        return position.length();
    }

    synchronized void moveTo(int partition, long next) {
        position.set(partition, next);
        check(partition);
    }

    /** The partition ended at {@code end} at some time after {@code askedNanos}. */
    synchronized void recordEnd(int partition, long end, long askedNanos) {
        // A goal is kept until it is reached; in a busy partition, a moving goal would never be.
        if (goals[partition] == null) goals[partition] = new Goal(end, askedNanos);
        if (position.get(partition) >= end) atEnd.set(partition, askedNanos);
        check(partition);
    }

    private void check(int partition) {
        var goal = goals[partition];
        if (goal == null || position.get(partition) < goal.end) return;
        atEnd.accumulateAndGet(partition, goal.askedNanos, Math::max);
        goals[partition] = null;
    }

    boolean wasAtEndWithin(int partition, Duration time) {
        long at = atEnd.get(partition);
        return at != NEVER && System.nanoTime() - at <= time.toNanos();
    }

    boolean everAtEnd() {
        for (int p = 0; p < atEnd.length(); p++) if (atEnd.get(p) == NEVER) return false;
        return true;
    }
}
