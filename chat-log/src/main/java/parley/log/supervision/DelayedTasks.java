package parley.log.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The delayed tasks of one application. Liberty's scheduler outlives the application: a task that is still waiting when
 * the application stops must be cancelled, or the server reports it as failed, in dev mode after every reload.
 */
public final class DelayedTasks {

    private final ScheduledExecutorService scheduler;
    private final List<Future<?>> waiting = new ArrayList<>();
    private boolean stopped;

    public DelayedTasks(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs {@code task} once after {@code delay}. Does nothing after {@link #stop}. */
    public synchronized void after(Duration delay, Runnable task) {
        if (stopped) return;
        waiting.removeIf(Future::isDone);
        waiting.add(scheduler.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Cancels the tasks that have not begun. */
    public synchronized void stop() {
        stopped = true;
        waiting.forEach(task -> task.cancel(false));
        waiting.clear();
    }
}
