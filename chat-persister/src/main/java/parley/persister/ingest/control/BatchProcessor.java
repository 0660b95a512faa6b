package parley.persister.ingest.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.log.range.RangeLost;
import parley.log.topic.AnotherLog;
import parley.log.topic.LogIdentityMonitor;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.WriteResult;

/**
 * Accounts for a batch of one partition: checks that the log is still the same, stores what is missing between
 * {@code next_offset} and the batch, then the batch itself.
 */
public final class BatchProcessor implements BatchHandler {

    /** How old a confirmation of the log's identity may be while the offsets of batches are consecutive. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);

    /** Reads a range of the log with a consumer of its own. */
    public interface LogRanges {

        /** At most {@code limit} records of {@code [from, to)}; throws {@link RangeLost}. */
        List<ConsumerRecord<String, String>> read(int partition, long from, long to, int limit);
    }

    private final BisectingStore store;
    private final LogIdentityMonitor identity;
    private final LogRanges ranges;
    private final BisectingStore.CommitListener commits;
    private final int batchRecords;
    private final StoppedPartitions stops;
    private final Map<Integer, Long> expectedOffsets = new ConcurrentHashMap<>();

    public BatchProcessor(
            BisectingStore store,
            LogIdentityMonitor identity,
            LogRanges ranges,
            BisectingStore.CommitListener commits,
            int batchRecords,
            InstantSource time) {
        this.store = store;
        this.identity = identity;
        this.ranges = ranges;
        this.commits = commits;
        this.batchRecords = batchRecords;
        this.stops = new StoppedPartitions(time);
    }

    /** @throws AnotherLog if the log may not be the one that the database belongs to */
    @Override
    public WriteResult handle(List<ConsumerRecord<String, String>> records) {
        int partition = records.getFirst().partition();
        requireSameLog(partition, records.getFirst().offset());
        WriteResult result = stops.recent(partition);
        if (result == null) {
            result = storeAfterGap(partition, records);
            stops.update(partition, result);
        }
        expectedOffsets.put(partition, records.getLast().offset() + 1);
        return result;
    }

    /**
     * A record does not carry the topic id, and a recreated topic starts at offset 0. So a batch that is not
     * consecutive needs an answer that the broker gave after the batch was received.
     */
    private void requireSameLog(int partition, long firstOffset) {
        boolean consecutive = firstOffset == expectedOffsets.getOrDefault(partition, -1L);
        identity.require(consecutive ? CONFIRMED_WITHIN : Duration.ZERO);
    }

    private WriteResult storeAfterGap(int partition, List<ConsumerRecord<String, String>> records) {
        try {
            var result = store.store(records);
            while (result instanceof WriteResult.Gap(var from)) {
                fill(partition, from, records.getFirst().offset());
                result = store.store(records);
            }
            return result;
        } catch (RangeLost lost) {
            return new WriteResult.Stopped(lost.getMessage());
        }
    }

    /**
     * Stores what the log has in {@code [from, to)}. Announces {@code from} even if that is nothing: an operator may
     * have moved {@code next_offset} there.
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
            identity.require(Duration.ZERO);
            if (missing.isEmpty() || missing.getFirst().offset() != next) {
                long begins = missing.isEmpty() ? to : missing.getFirst().offset();
                throw new RangeLost(partition, next, begins);
            }
            next = switch (store.store(consecutive(missing))) {
                case WriteResult.Stored stored -> stored.nextOffset();
                case WriteResult.Gap(var back) -> throw new IllegalStateException("next_offset went back to " + back);
                case WriteResult.Stopped(var reason) -> throw new IllegalStateException(reason);
            };
        }
    }

    /** The records up to the first missing offset. */
    private static List<ConsumerRecord<String, String>> consecutive(List<ConsumerRecord<String, String>> records) {
        int end = 1;
        while (end < records.size()
                && records.get(end).offset() == records.get(end - 1).offset() + 1) end++;
        return records.subList(0, end);
    }
}
