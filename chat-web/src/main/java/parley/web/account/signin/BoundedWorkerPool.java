package parley.web.account.signin;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** A thread pool with a bounded queue; rejects tasks at once when the queue is full. */
final class BoundedWorkerPool implements AutoCloseable {

    private static final Duration COME_BACK = Duration.ofSeconds(5);

    private final ThreadPoolExecutor threads;
    private final Duration patience;

    /** @param patience the maximum time a caller waits for a free thread and the result */
    BoundedWorkerPool(int atOnce, int waiting, Duration patience, ThreadFactory factory) {
        this.patience = patience;
        threads = new ThreadPoolExecutor(
                atOnce, atOnce, 60, TimeUnit.SECONDS, new ArrayBlockingQueue<>(Math.max(1, waiting)), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    <T> T run(Callable<T> task) {
        Future<T> result;
        try {
            result = threads.submit(task);
        } catch (RejectedExecutionException full) {
            throw busy();
        }
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            result.cancel(true);
            threads.purge();
            throw busy();
        } catch (InterruptedException stopped) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is being stopped.", stopped);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static Refused busy() {
        return Refused.retryLater(
                Refusal.UNAVAILABLE, "Too many people sign in at this moment; please try again.", COME_BACK);
    }

    boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
