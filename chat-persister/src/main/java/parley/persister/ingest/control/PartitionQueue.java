package parley.persister.ingest.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import parley.log.supervision.Backoff;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.ingest.entity.PartitionStatus;
import parley.persister.store.entity.WriteResult;

/**
 * Queues the records of one partition, handles them in batches in the log's order, and acknowledges them afterwards.
 */
public final class PartitionQueue {

    private static final System.Logger LOG = System.getLogger(PartitionQueue.class.getName());

    private final int partition;
    private final int batchRecords;
    private final Duration batchTime;
    private final BatchHandler handler;
    private final Consumer<List<ChannelRecord>> acknowledger;
    private final Backoff backoff;
    private final CoalescingTask task;
    private final Deque<ChannelRecord> waiting = new ArrayDeque<>();
    private int failures;
    private String trouble;
    private String stopped;

    public PartitionQueue(
            int partition,
            int batchRecords,
            Duration batchTime,
            BatchHandler handler,
            Consumer<List<ChannelRecord>> acknowledger,
            Backoff backoff,
            Executor workers,
            Scheduler later) {
        this.partition = partition;
        this.batchRecords = batchRecords;
        this.batchTime = batchTime;
        this.handler = handler;
        this.acknowledger = acknowledger;
        this.backoff = backoff;
        this.task = new CoalescingTask(workers, later, this::handleNext);
    }

    public void add(ChannelRecord record) {
        boolean full;
        synchronized (this) {
            waiting.add(record);
            full = waiting.size() >= batchRecords && failures == 0;
        }
        if (full) task.now();
        else task.within(batchTime);
    }

    public synchronized PartitionStatus status() {
        return new PartitionStatus(partition, waiting.size(), trouble, stopped);
    }

    private Duration handleNext() {
        var batch = nextBatch();
        if (batch.isEmpty()) return null;
        try {
            settle(handler.handle(batch.stream().map(ChannelRecord::record).toList()));
            remove(batch.size());
        } catch (RuntimeException | Error failed) {
            return failed(failed);
        }
        acknowledger.accept(batch);
        synchronized (this) {
            if (waiting.isEmpty()) return null;
            return waiting.size() >= batchRecords ? Duration.ZERO : batchTime;
        }
    }

    /** Ends before a missing offset, and where offsets go back because the partition was reassigned. */
    private synchronized List<ChannelRecord> nextBatch() {
        var batch = new ArrayList<ChannelRecord>(Math.min(waiting.size(), batchRecords));
        for (var next : waiting) {
            boolean follows =
                    batch.isEmpty() || next.offset() == batch.getLast().offset() + 1;
            if (!follows || batch.size() == batchRecords) break;
            batch.add(next);
        }
        return batch;
    }

    private synchronized void remove(int records) {
        for (int i = 0; i < records; i++) waiting.remove();
        if (failures > 0) LOG.log(System.Logger.Level.INFO, "Storing partition {0} succeeds again.", partition);
        failures = 0;
        trouble = null;
    }

    /** Records whether the partition progresses or has stopped. */
    public synchronized void settle(WriteResult result) {
        var before = stopped;
        stopped = switch (result) {
            case WriteResult.Stored stored -> null;
            case WriteResult.Gap(var next) -> throw new IllegalStateException("next_offset went back to " + next);
            case WriteResult.Stopped(var reason) -> reason;
        };
        if (stopped != null && before == null) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Partition {0} has stopped until an operator repairs it: {1}",
                    partition,
                    stopped);
        }
        if (stopped == null && before != null) LOG.log(System.Logger.Level.INFO, "Partition {0} continues.", partition);
    }

    private synchronized Duration failed(Throwable failed) {
        failures++;
        var delay = backoff.after(failures);
        trouble = FailureReason.of(failed);
        // Only the first failure with its stack trace, so that a long outage does not fill the disk.
        if (failures == 1)
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Could not store partition " + partition + "; retrying in " + delay + ".",
                    failed);
        else
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Could not store partition {0}; retrying in {1}: {2}",
                    partition,
                    delay,
                    trouble);
        return delay;
    }
}
