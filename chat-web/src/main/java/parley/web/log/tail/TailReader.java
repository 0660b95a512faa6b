package parley.web.log.tail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.connection.LogConnection;
import parley.web.platform.clock.LogClock;

/**
 * Reads {@code chat_messages} into the tail, from far enough back that the index is complete, and then continuously.
 */
@ApplicationScoped
public class TailReader {

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    LogTail tail;

    @Inject
    TailStatus status;

    @Inject
    TailStart start;

    @Inject
    RecordProcessor processor;

    private volatile AssignedPartitionReader reader;
    private volatile boolean closed;
    /** The next offset of each partition; null before the tail has begun. */
    private long[] nextOffsets;

    /** Reads until the node stops. After a failure, the next call resumes at the same offsets, so the tail has no gap. */
    public void run(LogIdentity identity) {
        var mine = new AssignedPartitionReader(log.reader("parley-tail"));
        reader = mine;
        if (closed) mine.close();
        try {
            var partitions = IntStream.range(0, identity.partitions())
                    .mapToObj(p -> new TopicPartition(Topics.MESSAGES, p))
                    .toList();
            if (nextOffsets == null) begin(mine, partitions, identity);
            var from = new HashMap<TopicPartition, Long>();
            partitions.forEach(p -> from.put(p, nextOffsets[p.partition()]));
            mine.assign(from);
            status.requestEnds();
            mine.run(records -> process(mine, partitions, identity, records));
        } catch (InvalidOffsetException gone) {
            status.markLost();
            throw gone;
        } finally {
            mine.discard();
        }
    }

    private void begin(AssignedPartitionReader mine, List<TopicPartition> partitions, LogIdentity identity) {
        var now = clock.instant();
        var from = start.offsets(mine, partitions, identity.epoch(), now);
        status.begin(now);
        tail.begin(from);
        nextOffsets = from.index().clone();
    }

    private void process(
            AssignedPartitionReader mine,
            List<TopicPartition> partitions,
            LogIdentity identity,
            Iterable<ConsumerRecord<String, String>> records) {
        // Parsed before the lock is taken, because everyone who reads a page waits for it.
        var parsed = new ArrayList<RecordProcessor.Parsed>();
        for (var record : records)
            processor.parse(record, identity.partitions()).ifPresent(parsed::add);
        tail.writeLocked(() -> {
            status.requireSameLog();
            for (var next : parsed) {
                processor.handle(next);
                var record = next.record();
                nextOffsets[record.partition()] = record.offset() + 1;
            }
            for (var p : partitions) {
                nextOffsets[p.partition()] = mine.position(p);
                tail.progress().moveTo(p.partition(), mine.position(p));
            }
            tail.forget(clock.instant(), identity.epoch());
        });
        tail.signalProgress();
    }

    @PreDestroy
    void close() {
        closed = true;
        if (reader != null) reader.close();
    }
}
