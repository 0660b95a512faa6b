package parley.web.log.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.topic.StoredOffsets;

/** Finds the offset from which a node that starts reads each partition, so that its index and tail are complete. */
final class TailStart {

    private final NodeSettings settings;
    private final StoredOffsets stored;

    TailStart(NodeSettings settings, StoredOffsets stored) {
        this.settings = settings;
        this.stored = stored;
    }

    /** @return the offsets by partition number */
    long[] offsets(AssignedPartitionReader reader, List<TopicPartition> partitions, int epoch, Instant now) {
        long since = now.minus(Duration.ofMinutes(settings.indexMinutes()))
                .minus(LogTail.IN_FLIGHT)
                .toEpochMilli();
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(p -> times.put(p, since));
        var byTime = reader.offsetsForTimes(times);
        var beginnings = reader.beginnings(partitions);
        var ends = reader.ends(partitions);
        return partitions.stream()
                .mapToLong(p -> {
                    long end = ends.get(p);
                    long indexed = byTime.get(p) == null ? end : byTime.get(p).offset();
                    long nextOffset = stored.nextOffset(p.partition(), epoch);
                    return offset(beginnings.get(p), indexed, nextOffset, end - settings.tailAtStart());
                })
                .toArray();
    }

    /**
     * @param beginning the first offset that the log still has
     * @param indexed where the time window of the index starts
     * @param nextOffset below it everything is in the database
     * @param recent leaves as many records as the tail holds at its start
     */
    static long offset(long beginning, long indexed, long nextOffset, long recent) {
        return Math.max(beginning, Math.min(Math.min(indexed, nextOffset), recent));
    }
}
