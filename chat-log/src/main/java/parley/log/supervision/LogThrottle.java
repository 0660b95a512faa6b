package parley.log.supervision;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Limits how often a recurring event is logged: at once, and then at most once per period with the number of events. */
public final class LogThrottle {

    private final long periodNanos;
    private final LongSupplier nanos;
    private long loggedNanos;
    private long notLogged;
    private boolean everLogged;

    /** @param nanos as {@link System#nanoTime} */
    public LogThrottle(Duration period, LongSupplier nanos) {
        this.periodNanos = period.toNanos();
        this.nanos = nanos;
    }

    /** Counts an event. Returns the number of events to log now, or empty if this is not the time to log. */
    public synchronized OptionalLong count() {
        notLogged++;
        long now = nanos.getAsLong();
        if (everLogged && now - loggedNanos < periodNanos) return OptionalLong.empty();
        everLogged = true;
        loggedNanos = now;
        var count = OptionalLong.of(notLogged);
        notLogged = 0;
        return count;
    }
}
