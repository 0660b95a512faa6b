package parley.persister.ingest.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Tasks that read a range of a partition from the log and store it; at most one per partition. */
public final class CatchUpTasks {

    private static final System.Logger LOG = System.getLogger(CatchUpTasks.class.getName());

    private final Executor threads;
    private final Map<Integer, String> running = new ConcurrentHashMap<>();

    /** @param threads limits how many run concurrently */
    public CatchUpTasks(Executor threads) {
        this.threads = threads;
    }

    /**
     * Returns at once; does nothing if a task of the partition is running.
     *
     * @param work reads and stores from {@code next} up to {@code end}
     */
    public void start(int partition, long next, long end, Runnable work) {
        if (running.putIfAbsent(partition, "from %d up to %d".formatted(next, end)) != null) return;
        try {
            threads.execute(() -> run(partition, work));
        } catch (RejectedExecutionException stopping) {
            running.remove(partition);
        }
    }

    private void run(int partition, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Could not catch up partition {0}; retrying at the next check: {1}",
                    partition,
                    FailureReason.of(failed));
        } finally {
            running.remove(partition);
        }
    }

    /** The ranges of running and waiting tasks, by partition. */
    public Map<Integer, String> running() {
        return new TreeMap<>(running);
    }
}
