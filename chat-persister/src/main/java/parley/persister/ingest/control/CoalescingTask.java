package parley.persister.ingest.control;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs a task, never concurrently with itself. Requests made before a run starts are combined into that run; a request
 * made during a run leads to another run.
 */
public final class CoalescingTask {

    private static final System.Logger LOG = System.getLogger(CoalescingTask.class.getName());
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(10);

    /** The work of the task. */
    public interface Work {

        /** @return the delay until the next run, or null to run only on request */
        Duration run();
    }

    private enum State {
        RESTING,
        WAITING,
        RUNNING
    }

    private final Executor workers;
    private final Scheduler later;
    private final Work work;
    private State state = State.RESTING;
    private Duration asked;
    // Distinguishes the current timer from superseded ones.
    private int timer;

    public CoalescingTask(Executor workers, Scheduler later, Work work) {
        this.workers = workers;
        this.later = later;
        this.work = work;
    }

    /** Runs after {@code delay}, unless a run is already scheduled. */
    public synchronized void within(Duration delay) {
        switch (state) {
            case RESTING -> await(delay);
            case WAITING -> {}
            case RUNNING -> asked = delay;
        }
    }

    /** Runs at once, or immediately after the current run. */
    public synchronized void now() {
        switch (state) {
            case RESTING, WAITING -> start();
            case RUNNING -> asked = Duration.ZERO;
        }
    }

    private void await(Duration delay) {
        state = State.WAITING;
        int mine = ++timer;
        attempt(() -> later.after(delay, () -> fire(mine)));
    }

    private synchronized void fire(int which) {
        if (state == State.WAITING && which == timer) start();
    }

    private void start() {
        state = State.RUNNING;
        attempt(() -> workers.execute(this::run));
    }

    private void run() {
        Duration again;
        try {
            again = work.run();
        } catch (RuntimeException | Error bug) {
            LOG.log(System.Logger.Level.ERROR, "A task failed unexpectedly; running it again in 10 s.", bug);
            again = AFTER_A_BUG;
        }
        synchronized (this) {
            state = State.RESTING;
            var next = again != null ? again : asked;
            asked = null;
            if (next == null) return;
            if (next.isZero()) start();
            else await(next);
        }
    }

    /** Threads that reject the task mean that the application is stopping, so nothing more is scheduled. */
    private void attempt(Runnable handOver) {
        try {
            handOver.run();
        } catch (RejectedExecutionException ended) {
            state = State.RESTING;
            LOG.log(System.Logger.Level.DEBUG, "The application is stopping; the task is not scheduled again.", ended);
        }
    }
}
