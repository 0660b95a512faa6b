package parley.persister.ingest.control;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Announces {@code next_offset} of each partition; combines commits within 50 ms and always sends the last one. */
public final class NextOffsetAnnouncer {

    private static final System.Logger LOG = System.getLogger(NextOffsetAnnouncer.class.getName());
    private static final Duration COLLECT_TIME = Duration.ofMillis(50);
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    /** Sends an announcement; the stage completes when the broker has it. */
    public interface Sender {
        CompletionStage<Void> send(int partition, long nextOffset);
    }

    private final Sender sender;
    private final CoalescingTask task;
    private Map<Integer, Long> pending = new HashMap<>();

    public NextOffsetAnnouncer(Sender sender, Executor workers, Scheduler later) {
        this.sender = sender;
        this.task = new CoalescingTask(workers, later, this::announce);
    }

    public void stored(int partition, long nextOffset) {
        synchronized (this) {
            pending.put(partition, nextOffset);
        }
        task.within(COLLECT_TIME);
    }

    private Duration announce() {
        Map<Integer, Long> announced;
        synchronized (this) {
            announced = pending;
            pending = new HashMap<>();
        }
        announced.forEach(this::announce);
        return null;
    }

    private void announce(int partition, long nextOffset) {
        try {
            sender.send(partition, nextOffset).whenComplete((sent, failed) -> {
                if (failed != null) retry(partition, nextOffset, failed);
            });
        } catch (RuntimeException failed) {
            retry(partition, nextOffset, failed);
        }
    }

    private void retry(int partition, long nextOffset, Throwable failed) {
        LOG.log(
                System.Logger.Level.WARNING,
                "Could not announce next offset {1} of partition {0}; retrying: {2}",
                partition,
                nextOffset,
                FailureReason.of(failed));
        synchronized (this) {
            pending.putIfAbsent(partition, nextOffset);
        }
        task.within(RETRY_DELAY);
    }
}
