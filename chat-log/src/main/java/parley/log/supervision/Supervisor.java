package parley.log.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Runs tasks that must not end, and restarts those that fail, until the process stops. */
public final class Supervisor {

    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());
    private static final Duration STABLE = Duration.ofMinutes(1);

    /** The work of a task; it may block and throw anything. */
    public interface Work {
        void run() throws Exception;
    }

    /** Runs a task after a delay. */
    public interface Later {
        void after(Duration delay, Runnable task);
    }

    private final Executor threads;
    private final Later later;
    private final LongSupplier nanos;
    private final Backoff backoff;
    private final Map<String, Task> tasks = new ConcurrentSkipListMap<>();
    private volatile boolean stopped;

    /** @param threads run the work itself; those of {@code later} only start it */
    public Supervisor(Executor threads, Later later, LongSupplier nanos, RandomGenerator random) {
        this.threads = threads;
        this.later = later;
        this.nanos = nanos;
        this.backoff = new Backoff(random);
    }

    /** Runs {@code work} until the supervisor is stopped; returning earlier counts as a failure. */
    public void keepRunning(String name, Work work) {
        start(task(name), name, () -> {
            work.run();
            if (!stopped) throw new IllegalStateException("it returned");
        });
    }

    /** Runs {@code work} until it returns normally. */
    public void untilDone(String name, Work work) {
        start(task(name), name, work);
    }

    /**
     * Wraps {@code work} for a timer that repeats it: the result throws nothing, and {@link #state} reports failures.
     */
    public Runnable watched(String name, Work work) {
        var task = task(name);
        task.up();
        return () -> {
            try {
                work.run();
                if (task.succeeded()) LOG.log(System.Logger.Level.INFO, "{0} succeeds again.", name);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (Exception | Error failed) {
                if (stopped) return;
                // Only the first failure with its stack trace, so that a repeated failure does not fill the disk.
                if (task.failed(failed, 0) == 1)
                    LOG.log(System.Logger.Level.WARNING, name + " failed; retrying at its next run.", failed);
                else LOG.log(System.Logger.Level.DEBUG, "{0} failed again: {1}", name, failed);
            }
        };
    }

    /** The state of each task, ordered by name. */
    public List<TaskState> states() {
        return tasks.values().stream().map(Task::state).toList();
    }

    /** Null if there is no such task or it has not started yet. */
    public TaskState state(String name) {
        var task = tasks.get(name);
        return task == null ? null : task.state();
    }

    public boolean isUp(String name) {
        var state = state(name);
        return state != null && state.up();
    }

    /** Stops restarting tasks. */
    public void stop() {
        stopped = true;
    }

    private Task task(String name) {
        return tasks.computeIfAbsent(name, n -> new Task(n, nanos));
    }

    private void start(Task task, String name, Work work) {
        if (stopped) return;
        try {
            threads.execute(() -> run(task, name, work));
        } catch (RejectedExecutionException refused) {
            again(task, name, work, refused);
        }
    }

    private void run(Task task, String name, Work work) {
        task.up();
        try {
            work.run();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            again(task, name, work, interrupted);
        } catch (Exception | Error failed) {
            again(task, name, work, failed);
        }
    }

    private void again(Task task, String name, Work work, Throwable failed) {
        if (stopped) return;
        int failures = task.failed(failed, STABLE.toNanos());
        var delay = backoff.after(failures);
        var what = "%s failed; restarting it in %d ms".formatted(name, delay.toMillis());
        if (failures == 1) LOG.log(System.Logger.Level.ERROR, what + ".", failed);
        else
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0}, after {1} failures in a row: {2}",
                    what,
                    failures,
                    task.state().error());
        try {
            later.after(delay, () -> start(task, name, work));
        } catch (RejectedExecutionException stopping) {
            LOG.log(System.Logger.Level.DEBUG, "The process is stopping; " + name + " is not restarted.", stopping);
        }
    }
}
