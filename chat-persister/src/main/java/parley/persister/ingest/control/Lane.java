package parley.persister.ingest.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.supervision.Backoff;
import parley.persister.ingest.entity.Arrived;
import parley.persister.ingest.entity.Standing;
import parley.persister.ingest.entity.Written;

/** One partition: its records wait here, are written batch by batch in their order, and are acknowledged then. */
public final class Lane {

    private static final System.Logger LOG = System.getLogger(Lane.class.getName());

    /** Writes a batch whose offsets follow each other without a hole; throws where it is to be tried again. */
    public interface Writing {
        Written write(List<ConsumerRecord<String, String>> records);
    }

    private final int partition;
    private final int batchRecords;
    private final Duration batchTime;
    private final Writing writing;
    private final Consumer<List<Arrived>> done;
    private final Backoff backoff;
    private final Pulse pulse;
    private final Deque<Arrived> waiting = new ArrayDeque<>();
    private int failures;
    private String trouble;
    private String stopped;

    public Lane(
            int partition,
            int batchRecords,
            Duration batchTime,
            Writing writing,
            Consumer<List<Arrived>> done,
            Backoff backoff,
            Executor workers,
            Later later) {
        this.partition = partition;
        this.batchRecords = batchRecords;
        this.batchTime = batchTime;
        this.writing = writing;
        this.done = done;
        this.backoff = backoff;
        this.pulse = new Pulse(workers, later, this::writeNext);
    }

    public void add(Arrived arrived) {
        boolean full;
        synchronized (this) {
            waiting.add(arrived);
            full = waiting.size() >= batchRecords && failures == 0;
        }
        if (full) pulse.now();
        else pulse.within(batchTime);
    }

    public synchronized Standing standing() {
        return new Standing(partition, waiting.size(), trouble, stopped);
    }

    private Duration writeNext() {
        var batch = nextBatch();
        if (batch.isEmpty()) return null;
        try {
            settle(writing.write(batch.stream().map(Arrived::record).toList()));
            remove(batch.size());
        } catch (RuntimeException | Error failed) {
            return failed(failed);
        }
        done.accept(batch);
        synchronized (this) {
            if (waiting.isEmpty()) return null;
            return waiting.size() >= batchRecords ? Duration.ZERO : batchTime;
        }
    }

    /** Ends before a hole, and where offsets go back because the partition was taken away and given again. */
    private synchronized List<Arrived> nextBatch() {
        var batch = new ArrayList<Arrived>(Math.min(waiting.size(), batchRecords));
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
        if (failures > 0) LOG.log(System.Logger.Level.INFO, "Partition {0} can be stored again.", partition);
        failures = 0;
        trouble = null;
    }

    /** Notes whether the partition goes on or has stopped. */
    public synchronized void settle(Written written) {
        var before = stopped;
        stopped = switch (written) {
            case Written.Done done -> null;
            case Written.Stopped(var why) -> why;
        };
        if (stopped != null && before == null) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Partition {0} stops until an operator repairs it: {1}",
                    partition,
                    stopped);
        }
        if (stopped == null && before != null) LOG.log(System.Logger.Level.INFO, "Partition {0} goes on.", partition);
    }

    private synchronized Duration failed(Throwable failed) {
        failures++;
        var delay = backoff.after(failures);
        trouble = Reason.of(failed);
        // Once with the trace: an outage of an hour shall not fill a disk.
        if (failures == 1)
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Partition " + partition + " could not be stored, it is tried again.",
                    failed);
        else
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Partition {0} could not be stored, again in {1}: {2}",
                    partition,
                    delay,
                    trouble);
        return delay;
    }
}
