package parley.persister.ingest.control;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.range.RangeLost;
import parley.log.topic.LogIdentity;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.WriteResult;

/**
 * Stores a batch: first what is missing between {@code next_offset} and its first record, then the batch itself. A record
 * that can never be stored is found by bisecting and parked, alone.
 */
public final class BatchProcessor implements BatchHandler {

    /** Reads a range of the log with a consumer of its own. */
    public interface LogRanges {

        /** At most {@code limit} records of {@code [from, to)}; throws {@link RangeLost}. */
        List<ConsumerRecord<String, String>> read(int partition, long from, long to, int limit);
    }

    /** Takes records that cannot be stored; returns when they are safe there. */
    public interface DeadLetterSink {
        void put(ConsumerRecord<String, String> record, String reason);
    }

    /** Told of every commit, by the thread that made it. */
    public interface CommitListener {
        void committed(int partition, WriteResult.Stored stored);
    }

    private final BatchStore store;
    private final LogIdentity log;
    private final LogRanges ranges;
    private final DeadLetterSink deadLetters;
    private final CommitListener commits;
    private final int batchRecords;

    public BatchProcessor(
            BatchStore store,
            LogIdentity log,
            LogRanges ranges,
            DeadLetterSink deadLetters,
            CommitListener commits,
            int batchRecords) {
        this.store = store;
        this.log = log;
        this.ranges = ranges;
        this.deadLetters = deadLetters;
        this.commits = commits;
        this.batchRecords = batchRecords;
    }

    @Override
    public WriteResult handle(List<ConsumerRecord<String, String>> records) {
        try {
            var result = store(records);
            while (result instanceof WriteResult.Gap(var from)) {
                fill(records.getFirst().partition(), from, records.getFirst().offset());
                result = store(records);
            }
            return result;
        } catch (RangeLost lost) {
            return new WriteResult.Stopped(lost.getMessage());
        }
    }

    /**
     * Stores what the log has from {@code from} up to {@code to}, exclusive. Announces {@code from} even where that is
     * nothing: an operator may have moved {@code next_offset} there.
     */
    public WriteResult catchUp(int partition, long from, long to) {
        try {
            fill(partition, from, to);
        } catch (RangeLost lost) {
            return new WriteResult.Stopped(lost.getMessage());
        }
        var reached = new WriteResult.Stored(Math.max(from, to), BatchCounts.NOTHING);
        commits.committed(partition, reached);
        return reached;
    }

    private void fill(int partition, long from, long to) {
        for (long next = from; next < to; ) {
            var missing = ranges.read(partition, next, to, batchRecords);
            if (missing.isEmpty() || missing.getFirst().offset() != next) {
                long begins = missing.isEmpty() ? to : missing.getFirst().offset();
                throw new RangeLost(partition, next, begins);
            }
            next = switch (store(untilHole(missing))) {
                case WriteResult.Stored stored -> stored.nextOffset();
                case WriteResult.Gap(var back) -> throw new IllegalStateException("next_offset went back to " + back);
                case WriteResult.Stopped(var reason) -> throw new IllegalStateException(reason);
            };
        }
    }

    private static List<ConsumerRecord<String, String>> untilHole(List<ConsumerRecord<String, String>> records) {
        int end = 1;
        while (end < records.size()
                && records.get(end).offset() == records.get(end - 1).offset() + 1) end++;
        return records.subList(0, end);
    }

    /** Stores a batch, and where the data is at fault parts of it, down to the one record. */
    private WriteResult store(List<ConsumerRecord<String, String>> records) {
        try {
            return told(records, store.store(new PartitionBatch(records), log));
        } catch (RuntimeException failed) {
            var error = DataError.of(failed);
            if (error == null) throw failed;
            if (records.size() == 1) return park(records, error.reason());
            int cut = error.cut(records.getFirst().offset(), records.size());
            var before = store(records.subList(0, cut));
            return before instanceof WriteResult.Stored ? store(records.subList(cut, records.size())) : before;
        }
    }

    /** First the dead letter, then the row: a crash in between parks the record twice, the other order loses it. */
    private WriteResult park(List<ConsumerRecord<String, String>> one, String reason) {
        var record = one.getFirst();
        deadLetters.put(record, reason);
        try {
            return told(one, store.park(record, log, true));
        } catch (RuntimeException failed) {
            if (DataError.of(failed) == null) throw failed;
            return told(one, store.park(record, log, false));
        }
    }

    private WriteResult told(List<ConsumerRecord<String, String>> records, WriteResult result) {
        if (result instanceof WriteResult.Stored stored)
            commits.committed(records.getFirst().partition(), stored);
        return result;
    }
}
