package parley.log.supervision;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Limits how often a recurring event is logged: the first time at once, then at most once per interval, with a count.
 */
public final class LogThrottle {

    private final long pauseNanos;
    private final LongSupplier nanos;
    private long saidNanos;
    private long unsaid;
    private boolean saidEver;

    public LogThrottle(Duration pause, LongSupplier nanos) {
        this.pauseNanos = pause.toNanos();
        this.nanos = nanos;
    }

    /** Counts one occurrence. Returns the number since the last log entry if one is due now, otherwise empty. */
    public synchronized OptionalLong count() {
        unsaid++;
        long now = nanos.getAsLong();
        if (saidEver && now - saidNanos < pauseNanos) return OptionalLong.empty();
        saidEver = true;
        saidNanos = now;
        var count = OptionalLong.of(unsaid);
        unsaid = 0;
        return count;
    }
}
