package parley.log.supervision;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** Runs tasks that must not end, and starts those that fail again, for as long as the process lives. */
public final class Supervisor {

    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());
    private static final Duration STABLE = Duration.ofMinutes(1);

    /** What is run; it may block and throw whatever it likes. */
    public interface Work {
        void run() throws Exception;
    }

    /** Runs something after a while. */
    public interface Later {
        void after(Duration delay, Runnable task);
    }

    private final Executor threads;
    private final Later later;
    private final LongSupplier nanos;
    private final Backoff backoff;
    private final Map<String, Task> tasks = new ConcurrentSkipListMap<>();
    private volatile boolean stopped;

    /** @param threads those of {@code later} may be few; the work itself runs on these */
    public Supervisor(Executor threads, Later later, LongSupplier nanos, RandomGenerator random) {
        this.threads = threads;
        this.later = later;
        this.nanos = nanos;
        this.backoff = new Backoff(random);
    }

    /** Runs {@code work} until the supervisor is stopped: where it returns earlier, that is a failure like any other. */
    public void keepRunning(String name, Work work) {
        start(task(name), name, () -> {
            work.run();
            if (!stopped) throw new IllegalStateException("it returned");
        });
    }

    /** Runs {@code work} until it has returned once. */
    public void untilDone(String name, Work work) {
        start(task(name), name, work);
    }

    /** {@code work} for a timer that calls again by itself: throws nothing, and its failures are seen. */
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
                // Once with the trace: what fails every second shall not fill a disk.
                if (task.failed(failed, 0) == 1)
                    LOG.log(System.Logger.Level.WARNING, name + " failed; it is tried again at its next turn.", failed);
                else LOG.log(System.Logger.Level.DEBUG, "{0} failed again: {1}", name, failed);
            }
        };
    }

    /** How each task stands, in the order of their names. */
    public List<TaskState> states() {
        return tasks.values().stream().map(Task::state).toList();
    }

    /** Null where there is no such task, or it was not begun yet. */
    public TaskState state(String name) {
        var task = tasks.get(name);
        return task == null ? null : task.state();
    }

    public boolean isUp(String name) {
        var state = state(name);
        return state != null && state.up();
    }

    /** What fails from now on is not started again. */
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
        var what = "%s failed and is started again in %d ms".formatted(name, delay.toMillis());
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
            LOG.log(System.Logger.Level.DEBUG, "The process is stopping: " + name + " is not started again.", stopping);
        }
    }
}
