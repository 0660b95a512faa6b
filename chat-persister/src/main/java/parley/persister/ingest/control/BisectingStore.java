package parley.persister.ingest.control;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.topic.LogIdentity;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.BatchTooLarge;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.WriteResult;

/**
 * Stores batches. On a data error it bisects the batch and parks the record at fault, and only that one. A batch that is
 * too large for one transaction is split.
 */
public final class BisectingStore {

    /** Takes records that cannot be stored; returns when they are safe there. */
    public interface DeadLetterSink {
        void put(ConsumerRecord<String, String> record, String reason);
    }

    /** Called after each commit, on the thread that made it. */
    public interface CommitListener {
        void committed(int partition, WriteResult.Stored stored);
    }

    private final BatchStore store;
    private final LogIdentity log;
    private final DeadLetterSink deadLetters;
    private final CommitListener commits;

    public BisectingStore(BatchStore store, LogIdentity log, DeadLetterSink deadLetters, CommitListener commits) {
        this.store = store;
        this.log = log;
        this.deadLetters = deadLetters;
        this.commits = commits;
    }

    WriteResult store(List<ConsumerRecord<String, String>> records) {
        try {
            return notify(records, store.store(new PartitionBatch(records), log));
        } catch (BatchTooLarge large) {
            return storeInTwo(
                    records, (int) (large.offset() - records.getFirst().offset()));
        } catch (RuntimeException failed) {
            var error = DataError.of(failed);
            if (error == null) throw failed;
            if (records.size() == 1) return park(records, error.reason());
            return storeInTwo(records, error.cut(records.getFirst().offset(), records.size()));
        }
    }

    private WriteResult storeInTwo(List<ConsumerRecord<String, String>> records, int cut) {
        var before = store(records.subList(0, cut));
        return before instanceof WriteResult.Stored ? store(records.subList(cut, records.size())) : before;
    }

    /**
     * The dead letter comes before the row: a crash in between parks the record twice; the other order would lose it.
     */
    private WriteResult park(List<ConsumerRecord<String, String>> single, String reason) {
        var record = single.getFirst();
        deadLetters.put(record, reason);
        try {
            return notify(single, store.park(record, log, true));
        } catch (RuntimeException failed) {
            if (DataError.of(failed) == null) throw failed;
            return notify(single, store.park(record, log, false));
        }
    }

    private WriteResult notify(List<ConsumerRecord<String, String>> records, WriteResult result) {
        if (result instanceof WriteResult.Stored stored)
            commits.committed(records.getFirst().partition(), stored);
        return result;
    }
}
