package parley.web.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * The current time for every rule: the append time of a tick of this node, advanced by a monotonic clock. The wall clock
 * of a node decides nothing. The time differs from the log's by at most half of the time that the tick took, so a slow
 * tick, such as the first one of a connection, does not replace a quick one.
 */
@ApplicationScoped
public class LogClock implements InstantSource {

    /** Monotonic clocks of two machines drift apart by less than one nanosecond in so many. */
    private static final long DRIFT = 5_000;

    private final LongSupplier nanoTime;
    private volatile Reading last;

    public LogClock() {
        this(System::nanoTime);
    }

    LogClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param nanos the monotonic time in the middle of the tick, which took {@code duration} nanoseconds */
    private record Reading(Instant appended, long nanos, long duration) {

        boolean isBetterThan(Reading other) {
            return duration <= other.duration + (nanos - other.nanos) / DRIFT;
        }
    }

    /** @param sent {@link System#nanoTime} before the tick was sent, and {@code acknowledged} when it was in the log */
    public synchronized void set(Instant appended, long sent, long acknowledged) {
        long duration = acknowledged - sent;
        var given = new Reading(appended, sent + duration / 2, duration);
        if (last == null || given.isBetterThan(last)) last = given;
    }

    public boolean isSet() {
        return last != null;
    }

    @Override
    public Instant instant() {
        var reading = last;
        if (reading == null) throw new Refused(Refusal.UNAVAILABLE, "This node has not reached the log yet.");
        return reading.appended.plusNanos(nanoTime.getAsLong() - reading.nanos);
    }
}
