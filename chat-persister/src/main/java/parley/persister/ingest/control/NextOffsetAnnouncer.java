package parley.persister.ingest.control;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Announces {@code next_offset} of each partition: combines commits of 50 ms, and never loses the last one. */
public final class NextOffsetAnnouncer {

    private static final System.Logger LOG = System.getLogger(NextOffsetAnnouncer.class.getName());
    private static final Duration GATHERING = Duration.ofMillis(50);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    /** Sends one; the stage ends when the log has it. */
    public interface Sending {
        CompletionStage<Void> send(int partition, long nextOffset);
    }

    private final Sending sending;
    private final CoalescingTask task;
    private Map<Integer, Long> untold = new HashMap<>();

    public NextOffsetAnnouncer(Sending sending, Executor workers, Scheduler later) {
        this.sending = sending;
        this.task = new CoalescingTask(workers, later, this::tell);
    }

    public void stored(int partition, long nextOffset) {
        synchronized (this) {
            untold.put(partition, nextOffset);
        }
        task.within(GATHERING);
    }

    private Duration tell() {
        Map<Integer, Long> toTell;
        synchronized (this) {
            toTell = untold;
            untold = new HashMap<>();
        }
        toTell.forEach(this::tell);
        return null;
    }

    private void tell(int partition, long nextOffset) {
        try {
            sending.send(partition, nextOffset).whenComplete((sent, failed) -> {
                if (failed != null) again(partition, nextOffset, failed);
            });
        } catch (RuntimeException failed) {
            again(partition, nextOffset, failed);
        }
    }

    private void again(int partition, long nextOffset, Throwable failed) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Partition {0}: next offset {1} was not announced, it is sent again: {2}",
                partition,
                nextOffset,
                FailureReason.of(failed));
        synchronized (this) {
            untold.putIfAbsent(partition, nextOffset);
        }
        task.within(AFTER_A_FAILURE);
    }
}
