package parley.web.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * "Now" for every rule: the time at which the broker last appended a tick of this node, carried on by a monotonic
 * clock. A node's own wall clock decides nothing.
 */
@ApplicationScoped
public class LogClock implements InstantSource {

    private record Reading(Instant appended, long nanos) {}

    private volatile Reading last;

    /** @param nanos {@link System#nanoTime} when the tick was sent */
    public void set(Instant appended, long nanos) {
        last = new Reading(appended, nanos);
    }

    public boolean isSet() {
        return last != null;
    }

    @Override
    public Instant instant() {
        var reading = last;
        if (reading == null) throw new Refused(Refusal.UNAVAILABLE, "This node has not reached the log yet.");
        return reading.appended.plusNanos(System.nanoTime() - reading.nanos);
    }
}
