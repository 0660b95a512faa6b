package parley.web.search.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import parley.domain.refusal.Refused;
import parley.web.log.tail.EndOffsets;

/** How far the index is. */
public final class FeedStatus {

    /** What is in the log longer than this without being in the index is missed by somebody. */
    private static final Duration TOLERATED = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    /** Why there is no index now, or null. */
    private volatile String reason = "The search index is not open yet.";
    /** The next offset of each partition; null before the log is read. */
    private volatile long[] next;
    /** When the build of the index began; null if it is not built. */
    private volatile Instant builtAt;

    /** The oldest known end of the log that is not reached. */
    private EndOffsets.Ends unreached;
    /** The newest known end. */
    private EndOffsets.Ends newest;

    private boolean hasCaughtUp;

    public FeedStatus(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** This node has no index. */
    public void turnOff() {
        isMissing("Search is turned off on this server.");
    }

    /** There is no index to search, or it is not complete. */
    public synchronized void isMissing(String why) {
        reason = why;
        next = null;
        builtAt = null;
        unreached = null;
        newest = null;
        hasCaughtUp = false;
    }

    /** The index is built and has the log up to there. */
    synchronized void follow(Instant began, long[] offsets) {
        builtAt = began;
        moveTo(offsets);
    }

    /** The index has the log up to there. */
    synchronized void moveTo(long[] offsets) {
        next = offsets;
        reason = null;
        if (newest != null && isReached(newest)) {
            unreached = null;
            hasCaughtUp = true;
        } else if (unreached != null && isReached(unreached)) {
            // A log that grows all the time may never be reached: being as close as is tolerated later is enough.
            if (lag().compareTo(TOLERATED) <= 0) hasCaughtUp = true;
            unreached = newest;
        }
    }

    public synchronized void recordEnds(EndOffsets.Ends ends) {
        if (next == null || ends.byPartition().length != next.length) return;
        newest = ends;
        if (isReached(ends)) {
            unreached = null;
            hasCaughtUp = true;
        } else if (unreached == null) {
            unreached = ends;
        }
    }

    private boolean isReached(EndOffsets.Ends ends) {
        return LogFeed.missing(next, ends.byPartition()) == 0;
    }

    /** Whether the log is being read into the index. */
    public boolean isFed() {
        return next != null;
    }

    /** When the build of the index began; null if it is not built. */
    public Instant builtAt() {
        return builtAt;
    }

    /** For how long a record may have been in the log that the index does not have. */
    public synchronized Duration lag() {
        if (unreached == null) return Duration.ZERO;
        return Duration.ofNanos(nanos.getAsLong() - unreached.askedNanos());
    }

    /** The number of records of the log that the index does not have, as of the last second. */
    public synchronized long missing() {
        return next == null || newest == null ? 0 : LogFeed.missing(next, newest.byPartition());
    }

    /** Why nothing can be searched now, for the user; null if the index can be searched. */
    public synchronized String fault() {
        if (reason != null) return reason;
        if (!hasCaughtUp) return "The search index is still reading the log; %d records are left.".formatted(missing());
        var lag = lag();
        return lag.compareTo(TOLERATED) > 0
                ? "The search index is %d seconds behind the log.".formatted(lag.toSeconds())
                : null;
    }

    /**
     * The next offset of each partition, all of what is before it being in the index.
     *
     * @throws Refused {@code unavailable} if nothing can be searched now
     */
    public long[] require() {
        var fault = fault();
        var offsets = next;
        if (fault != null || offsets == null)
            throw Refused.unavailable(fault == null ? "The search index is being closed." : fault, null);
        return offsets;
    }
}
