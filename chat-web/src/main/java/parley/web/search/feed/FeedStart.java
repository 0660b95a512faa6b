package parley.web.search.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.search.index.IndexPosition;

/** Finds where reading the log begins: before the place of the index, so that repeats are recognized. */
final class FeedStart {

    private final AssignedPartitionReader reader;
    private final List<TopicPartition> partitions;

    FeedStart(AssignedPartitionReader reader, List<TopicPartition> partitions) {
        this.reader = reader;
        this.partitions = partitions;
    }

    /** Whether the log still has everything from the place of the index on. */
    boolean isWithin(IndexPosition position) {
        if (position.offsets().size() != partitions.size()) return false;
        var beginnings = reader.beginnings(partitions);
        var ends = reader.ends(partitions);
        return partitions.stream().allMatch(partition -> {
            long offset = position.offset(partition.partition());
            return offset >= beginnings.get(partition) && offset <= ends.get(partition);
        });
    }

    Map<TopicPartition, Long> offsets(IndexPosition position, Instant now) {
        var next = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> next.put(partition, position.offset(partition.partition())));
        var times = reader.appendTimes(next, reader.ends(partitions));
        var window = new HashMap<TopicPartition, Long>();
        partitions.forEach(partition -> window.put(
                partition,
                times.getOrDefault(partition, now).minus(RepeatWindow.SPAN).toEpochMilli()));
        reader.offsetsForTimes(window).forEach((partition, found) -> {
            if (found != null) next.merge(partition, found.offset(), Math::min);
        });
        return next;
    }
}
