package parley.web.platform.database;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Opens after several consecutive failures of calls or probes. Only a successful probe closes it again, so that no
 * request has to try whether the database is back. A single late answer, as on a busy machine, does not open it.
 */
final class DatabaseCircuitBreaker {

    private static final int FAILURES_TO_OPEN = 3;
    private static final System.Logger LOG = System.getLogger(DatabaseCircuitBreaker.class.getName());

    private final LongSupplier nanos;
    private int failures;
    private long failingSince;
    private boolean open;
    private boolean known;
    private boolean hasAnswered;

    /** @param nanos as {@link System#nanoTime} */
    DatabaseCircuitBreaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized boolean isOpen() {
        return open;
    }

    synchronized DatabaseState state() {
        if (failures > 0) return new DatabaseState.Failing(Duration.ofNanos(nanos.getAsLong() - failingSince));
        return known ? new DatabaseState.Answering() : new DatabaseState.Unknown();
    }

    /** A call was answered in time. If the breaker is open, the call began before that and tells nothing about now. */
    synchronized void recordSuccess() {
        known = true;
        hasAnswered = true;
        if (!open) failures = 0;
    }

    /** @param began when the failed call began, by {@code nanos} */
    synchronized void recordFailure(long began, Throwable why) {
        known = true;
        if (failures++ == 0) failingSince = began;
        if (failures >= FAILURES_TO_OPEN) open(why);
    }

    synchronized void recordProbeSuccess() {
        known = true;
        hasAnswered = true;
        failures = 0;
        if (!open) return;
        open = false;
        LOG.log(System.Logger.Level.INFO, "The database answers again.");
    }

    private void open(Throwable why) {
        if (open) return;
        open = true;
        // Before the first answer, the startup reports it.
        LOG.log(
                hasAnswered ? System.Logger.Level.WARNING : System.Logger.Level.DEBUG,
                "The database does not answer ({0}); until it does, lists and recent history come from the log.",
                why == null ? "not in time" : why.toString());
    }
}
