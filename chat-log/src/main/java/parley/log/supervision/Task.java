package parley.log.supervision;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The state of one supervised task. */
final class Task {

    private final String name;
    private final LongSupplier nanos;
    private boolean up;
    private long restarts;
    private int failuresInARow;
    private String error;
    private long changedNanos;

    Task(String name, LongSupplier nanos) {
        this.name = name;
        this.nanos = nanos;
        changedNanos = nanos.getAsLong();
    }

    /** Records that it runs or has completed. */
    synchronized void up() {
        if (!up) changedNanos = nanos.getAsLong();
        up = true;
    }

    /** As {@link #up}, and resets the failure count; returns whether it had failed before. */
    synchronized boolean succeeded() {
        boolean recovered = failuresInARow > 0;
        failuresInARow = 0;
        up();
        return recovered;
    }

    /**
     * @param stableNanos after a longer run, the failure counts as the first in a row
     * @return failures in a row, including this one
     */
    synchronized int failed(Throwable failed, long stableNanos) {
        long now = nanos.getAsLong();
        if (up && now - changedNanos > stableNanos) failuresInARow = 0;
        if (up || restarts == 0) changedNanos = now;
        up = false;
        restarts++;
        error = reason(failed);
        return ++failuresInARow;
    }

    synchronized TaskState state() {
        long down = up ? 0 : TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - changedNanos);
        return new TaskState(name, up, restarts, error, down);
    }

    private static String reason(Throwable failed) {
        var cause = failed;
        while (cause.getCause() != null && cause.getCause() != cause) cause = cause.getCause();
        var message = cause.getMessage() == null
                ? ""
                : ": " + cause.getMessage().lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + message;
    }
}
