package parley.web.ops.health;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Detects that this machine's wall clock was set back. No rule of Parley depends on it, but Kafka's clients do: a
 * client that failed shortly before the step retries only when the clock has caught up, which may take hours. This
 * cannot be configured, so a node that does not reach the log after such a step should be restarted.
 */
public final class WallClockStepDetector {

    private static final Duration STEP = Duration.ofSeconds(10);
    /** Time for a working connection to show that it reaches the log after the step. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final InstantSource wall;
    private final LongSupplier nanos;
    /** Wall clock minus monotonic clock before the step, in milliseconds. */
    private long before = Long.MIN_VALUE;

    private long steppedNanos;
    private boolean stepped;

    public WallClockStepDetector(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    /** Whether the log is unreachable because of a step; to be called repeatedly. */
    public synchronized boolean blocksLog(boolean reached) {
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
        if (now - steppedNanos < TIMEOUT.toNanos()) return false;
        if (reached) {
            before = ahead;
            stepped = false;
        }
        return !reached;
    }
}
