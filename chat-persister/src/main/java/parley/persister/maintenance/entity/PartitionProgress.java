package parley.persister.maintenance.entity;

import java.util.List;
import java.util.Map;
import parley.domain.log.entity.LogPosition;

/**
 * How far a partition is in the database.
 *
 * @param end where the log ends
 */
public record PartitionProgress(int partition, String topicId, int epoch, long nextOffset, long end) {

    /** @param ends where the partitions end; those that are not among them have ended before they began */
    public static List<PartitionProgress> join(List<LogPosition> stored, Map<Integer, Long> ends) {
        return stored.stream()
                .map(p -> new PartitionProgress(
                        p.partition(), p.topicId(), p.epoch(), p.nextOffset(), ends.getOrDefault(p.partition(), 0L)))
                .toList();
    }

    /** Those that lag and have not moved since the look before. */
    public static List<PartitionProgress> stuck(List<PartitionProgress> before, List<PartitionProgress> now) {
        return now.stream()
                .filter(p -> p.lag() > 0)
                .filter(p -> before.stream().anyMatch(b -> b.lag() > 0 && b.samePlace(p)))
                .toList();
    }

    private boolean samePlace(PartitionProgress other) {
        return partition == other.partition && epoch == other.epoch && nextOffset == other.nextOffset;
    }

    /** Records of the log that are not accounted for yet. */
    public long lag() {
        return Math.max(0, end - nextOffset);
    }
}
