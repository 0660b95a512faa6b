package parley.web.platform.clock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/**
 * The current time for every rule: the append time of this node's last tick, advanced by a monotonic clock. The wall
 * clock of a node decides nothing.
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
