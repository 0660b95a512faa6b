package parley.persister.ingest.control;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs a task, never twice at the same time. Requests that come before it runs are combined into one run; a request
 * that comes while it runs leads to another.
 */
public final class CoalescingTask {

    private static final System.Logger LOG = System.getLogger(CoalescingTask.class.getName());
    private static final Duration AFTER_A_BUG = Duration.ofSeconds(10);

    /** What is run. */
    public interface Work {

        /** @return when to run again, or null: when asked */
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
    // Tells the timer that counts from those that were overtaken.
    private int timer;

    public CoalescingTask(Executor workers, Scheduler later, Work work) {
        this.workers = workers;
        this.later = later;
        this.work = work;
    }

    /** Runs within {@code delay}, where nothing is planned already. */
    public synchronized void within(Duration delay) {
        switch (state) {
            case RESTING -> await(delay);
            case WAITING -> {}
            case RUNNING -> asked = delay;
        }
    }

    /** Runs at once, or as soon as the present run is over. */
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
            LOG.log(System.Logger.Level.ERROR, "A piece of work failed where it must not; it will be run again.", bug);
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

    /** At the end of the application its threads take nothing more: then nothing more is to be done. */
    private void attempt(Runnable handOver) {
        try {
            handOver.run();
        } catch (RejectedExecutionException ended) {
            state = State.RESTING;
            LOG.log(System.Logger.Level.DEBUG, "No more work is taken.", ended);
        }
    }
}
