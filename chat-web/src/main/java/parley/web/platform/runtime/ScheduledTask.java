package parley.web.platform.runtime;

import java.time.Duration;
import parley.log.supervision.Supervisor;

/**
 * Work that a node repeats while it runs. A component adds its own by producing a bean of this type.
 *
 * @param name the name in health and metrics
 * @param period the time from the end of one run to the start of the next; for a blocking task, between two starts
 * @param blocking whether it may wait for broker or database; it then runs on a thread of its own
 */
public record ScheduledTask(String name, Duration period, boolean blocking, Supervisor.Work work) {

    /** Runs on the timer's thread, so {@code work} must not wait for anything. */
    public static ScheduledTask quick(String name, Duration period, Supervisor.Work work) {
        return new ScheduledTask(name, period, false, work);
    }

    public static ScheduledTask blocking(String name, Duration period, Supervisor.Work work) {
        return new ScheduledTask(name, period, true, work);
    }
}
