package parley.persister.ingest.control;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.range.RangeLost;
import parley.log.topic.LogIdentity;
import parley.persister.ingest.entity.Written;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.Outcome;
import parley.persister.store.entity.PartitionBatch;
import parley.persister.store.entity.Tally;

/** Writes batches: reads what is missing before them first, and takes out what can never be stored. */
public final class Writer implements Lane.Writing {

    /** Reads from the log on the side. */
    public interface Ranges {

        /** At most {@code limit} records of {@code [from, to)}; throws {@link RangeLost}. */
        List<ConsumerRecord<String, String>> read(int partition, long from, long to, int limit);
    }

    /** Where records go that cannot be stored; returns when they are safe there. */
    public interface DeadLetterBox {
        void put(ConsumerRecord<String, String> record, String reason);
    }

    private final BatchStore store;
    private final LogIdentity log;
    private final Ranges ranges;
    private final DeadLetterBox deadLetters;
    private final Consumer<Tally> tallies;
    private final int batchRecords;

    /** @param tallies told of what was committed */
    public Writer(
            BatchStore store,
            LogIdentity log,
            Ranges ranges,
            DeadLetterBox deadLetters,
            Consumer<Tally> tallies,
            int batchRecords) {
        this.store = store;
        this.log = log;
        this.ranges = ranges;
        this.deadLetters = deadLetters;
        this.tallies = tallies;
        this.batchRecords = batchRecords;
    }

    @Override
    public Written write(List<ConsumerRecord<String, String>> records) {
        try {
            var outcome = settle(records);
            while (outcome instanceof Outcome.Gap(var from)) {
                fill(records.getFirst().partition(), from, records.getFirst().offset());
                outcome = settle(records);
            }
            return new Written.Done(next(outcome));
        } catch (RangeLost lost) {
            return new Written.Stopped(lost.getMessage());
        }
    }

    /** Writes what the log has from {@code from} up to {@code to}, exclusive. */
    public Written catchUp(int partition, long from, long to) {
        try {
            fill(partition, from, to);
            return new Written.Done(Math.max(from, to));
        } catch (RangeLost lost) {
            return new Written.Stopped(lost.getMessage());
        }
    }

    private void fill(int partition, long from, long to) {
        for (long next = from; next < to; ) {
            var missing = ranges.read(partition, next, to, batchRecords);
            if (missing.isEmpty() || missing.getFirst().offset() != next) {
                long begins = missing.isEmpty() ? to : missing.getFirst().offset();
                throw new RangeLost(partition, next, begins);
            }
            next = next(settle(untilHole(missing)));
        }
    }

    private static List<ConsumerRecord<String, String>> untilHole(List<ConsumerRecord<String, String>> records) {
        int end = 1;
        while (end < records.size()
                && records.get(end).offset() == records.get(end - 1).offset() + 1) end++;
        return records.subList(0, end);
    }

    private static long next(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Stored(var next, var tally) -> next;
            case Outcome.Gap(var next) -> throw new IllegalStateException("next_offset went back to " + next);
            case Outcome.Refused(var why) -> throw new IllegalStateException(why);
        };
    }

    /** Stores a batch, and where the data is at fault parts of it, down to the one record. */
    private Outcome settle(List<ConsumerRecord<String, String>> records) {
        try {
            return told(store.store(new PartitionBatch(records), log));
        } catch (RuntimeException failed) {
            var fault = DataFault.of(failed);
            if (fault == null) throw failed;
            if (records.size() == 1) return park(records.getFirst(), fault.reason());
            int cut = fault.cut(records.getFirst().offset(), records.size());
            var before = settle(records.subList(0, cut));
            return before instanceof Outcome.Stored ? settle(records.subList(cut, records.size())) : before;
        }
    }

    /** First the dead letters, then the row: a crash in between leaves it there twice, and nowhere not at all. */
    private Outcome park(ConsumerRecord<String, String> record, String reason) {
        deadLetters.put(record, reason);
        try {
            return told(store.park(record, log, true));
        } catch (RuntimeException failed) {
            if (DataFault.of(failed) == null) throw failed;
            return told(store.park(record, log, false));
        }
    }

    private Outcome told(Outcome outcome) {
        if (outcome instanceof Outcome.Stored(var next, var tally)) tallies.accept(tally);
        return outcome;
    }
}
