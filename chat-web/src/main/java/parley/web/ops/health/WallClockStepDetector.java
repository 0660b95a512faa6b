package parley.web.ops.health;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Sees this machine's wall clock set back. No rule of ours goes by it, but Kafka's clients do when they wait: one that
 * failed shortly before tries again only when the clock has come to where it was, be it in an hour. They cannot be told
 * otherwise, so a node that does not reach the log after such a step is better started again.
 */
public final class WallClockStepDetector {

    private static final Duration STEP = Duration.ofSeconds(10);
    /** What does reach the log after the step has had the time to show it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final InstantSource wall;
    private final LongSupplier nanos;
    /** Wall clock less monotonic clock, in milliseconds, before the step. */
    private long before = Long.MIN_VALUE;

    private long steppedNanos;
    private boolean stepped;

    public WallClockStepDetector(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    /** Whether the log is not reached because of it; to be asked again and again. */
    public synchronized boolean holdsUp(boolean reached) {
        long now = nanos.getAsLong();
        long ahead = wall.millis() - now / 1_000_000;
        before = Math.max(before, ahead);
        if (before - ahead < STEP.toMillis()) {
            stepped = false;
            return false;
        }
        if (!stepped) {
            stepped = true;
            steppedNanos = now;
        }
        if (now - steppedNanos < PATIENCE.toNanos()) return false;
        if (reached) {
            before = ahead;
            stepped = false;
        }
        return !reached;
    }
}
