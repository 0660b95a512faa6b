package parley.persister.ingest.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Threads and timers that a test controls. */
final class Steps implements Executor, Scheduler {

    record Timer(Duration delay, Runnable task) {}

    final Queue<Runnable> ready = new ArrayDeque<>();
    final List<Timer> timers = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public void after(Duration delay, Runnable task) {
        timers.add(new Timer(delay, task));
    }

    void runReady() {
        while (!ready.isEmpty()) ready.remove().run();
    }

    /** Fires all current timers, and runs the tasks that they submit. */
    void passTime() {
        var due = List.copyOf(timers);
        timers.clear();
        due.forEach(timer -> timer.task().run());
        runReady();
    }
}
