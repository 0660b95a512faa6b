package parley.web.ops.start;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import parley.log.supervision.Supervisor;
import parley.web.platform.runtime.ScheduledTask;

/** Runs each task at its period until it is stopped; a failure does not end a task's schedule. */
final class TaskScheduler {

    private static final System.Logger LOG = System.getLogger(TaskScheduler.class.getName());

    private final ScheduledExecutorService timer;
    private final Executor threads;
    private final BiFunction<String, Supervisor.Work, Runnable> supervised;
    private final List<Future<?>> schedules = new ArrayList<>();

    /**
     * @param threads run the blocking tasks
     * @param supervised wraps a task so that it throws nothing and its failures are reported under its name
     */
    TaskScheduler(
            ScheduledExecutorService timer,
            Executor threads,
            BiFunction<String, Supervisor.Work, Runnable> supervised) {
        this.timer = timer;
        this.threads = threads;
        this.supervised = supervised;
    }

    synchronized void start(Iterable<ScheduledTask> tasks) {
        tasks.forEach(this::start);
    }

    private void start(ScheduledTask task) {
        var work = supervised.apply(task.name(), task.work());
        Runnable run = task.blocking() ? () -> submit(task.name(), work) : work;
        long millis = task.period().toMillis();
        schedules.add(timer.scheduleWithFixedDelay(run, millis, millis, TimeUnit.MILLISECONDS));
    }

    private void submit(String name, Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException noThread) {
            LOG.log(System.Logger.Level.DEBUG, "No thread for the task " + name + "; it runs next time.", noThread);
        }
    }

    synchronized void stop() {
        schedules.forEach(schedule -> schedule.cancel(false));
    }
}
