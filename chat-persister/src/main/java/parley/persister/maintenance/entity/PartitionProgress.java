package parley.persister.maintenance.entity;

import java.util.List;
import java.util.Map;
import parley.domain.log.entity.LogPosition;

/**
 * How far a partition is stored.
 *
 * @param end the end offset of the log
 */
public record PartitionProgress(int partition, String topicId, int epoch, long nextOffset, long end) {

    /** @param ends the end offsets of the partitions; a missing one counts as 0 */
    public static List<PartitionProgress> join(List<LogPosition> stored, Map<Integer, Long> ends) {
        return stored.stream()
                .map(p -> new PartitionProgress(
                        p.partition(), p.topicId(), p.epoch(), p.nextOffset(), ends.getOrDefault(p.partition(), 0L)))
                .toList();
    }

    /** Partitions that lag and have not moved since the previous check. */
    public static List<PartitionProgress> stuck(List<PartitionProgress> before, List<PartitionProgress> now) {
        return now.stream()
                .filter(p -> p.lag() > 0)
                .filter(p -> before.stream().anyMatch(b -> b.lag() > 0 && b.samePlace(p)))
                .toList();
    }

    private boolean samePlace(PartitionProgress other) {
        return partition == other.partition && epoch == other.epoch && nextOffset == other.nextOffset;
    }

    /** The number of records that are not accounted for yet. */
    public long lag() {
        return Math.max(0, end - nextOffset);
    }
}
