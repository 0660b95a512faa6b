package parley.web.log.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.topic.StoredOffsets;

/**
 * Finds the offsets from which a node that starts reads each partition, so that its index and tail are complete. The
 * index begins earlier than the tail: otherwise a record of the tail could be a repeat of a record that was never read.
 */
final class TailStart {

    /**
     * By partition number.
     *
     * @param index where reading begins
     * @param tail from which offset records are also kept in the tail; at or after {@code index}
     */
    record Offsets(long[] index, long[] tail) {}

    private final NodeSettings settings;
    private final StoredOffsets stored;

    TailStart(NodeSettings settings, StoredOffsets stored) {
        this.settings = settings;
        this.stored = stored;
    }

    Offsets offsets(AssignedPartitionReader reader, List<TopicPartition> partitions, int epoch, Instant now) {
        var beginnings = reader.beginnings(partitions);
        var ends = reader.ends(partitions);
        var window = now.minus(Duration.ofMinutes(settings.indexMinutes()));
        var atWindow = offsetsAt(reader, partitions, p -> window);
        var tail = new HashMap<TopicPartition, Long>();
        for (var p : partitions) {
            long end = ends.get(p);
            long nextOffset = stored.nextOffset(p.partition(), epoch);
            long indexed = atWindow.getOrDefault(p, end);
            tail.put(p, offset(beginnings.get(p), indexed, nextOffset, end - settings.tailAtStart()));
        }
        var times = reader.appendTimes(tail, ends);
        var inFlight =
                offsetsAt(reader, List.copyOf(times.keySet()), p -> times.get(p).minus(LogTail.IN_FLIGHT));
        return new Offsets(
                array(partitions, p -> Math.min(tail.get(p), inFlight.getOrDefault(p, tail.get(p)))),
                array(partitions, tail::get));
    }

    /** The first offsets whose records were appended at these times or later; without the partitions that have none. */
    private static Map<TopicPartition, Long> offsetsAt(
            AssignedPartitionReader reader, List<TopicPartition> partitions, Function<TopicPartition, Instant> times) {
        var millis = new HashMap<TopicPartition, Long>();
        partitions.forEach(p -> millis.put(p, times.apply(p).toEpochMilli()));
        var offsets = new HashMap<TopicPartition, Long>();
        reader.offsetsForTimes(millis).forEach((p, found) -> {
            if (found != null) offsets.put(p, found.offset());
        });
        return offsets;
    }

    private static long[] array(List<TopicPartition> partitions, ToLongFunction<TopicPartition> offset) {
        return partitions.stream().mapToLong(offset).toArray();
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
