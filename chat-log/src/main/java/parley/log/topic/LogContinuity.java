package parley.log.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.domain.log.entity.LogPosition;

/**
 * Decides whether log and database belong together, for chat nodes and persisters alike. While there is a fault,
 * nothing is accepted, stored or acknowledged.
 */
public final class LogContinuity {

    private LogContinuity() {}

    /**
     * Returns the faults, each in a sentence.
     *
     * @param log the log as this process knows it
     * @param now the log as the broker has it now
     * @param stored how far each partition is stored
     * @param ends where each partition of the log ends, read after {@code stored}; a missing one counts as empty
     */
    public static List<String> faults(
            LogIdentity log, LogIdentity now, List<LogPosition> stored, Map<Integer, Long> ends) {
        var faults = new ArrayList<String>();
        if (!log.equals(now)) faults.add(changed(log, now));
        for (var position : stored) {
            var fault = fault(log, position, ends.getOrDefault(position.partition(), 0L));
            if (fault != null) faults.add(fault);
        }
        return faults;
    }

    /**
     * The faults of a log that is still the known one, in one line; null if there are none.
     *
     * @param stored how far each partition is stored
     * @param ends where each partition of the log ends, read after {@code stored}; a missing one counts as empty
     */
    public static String mismatch(LogIdentity log, List<LogPosition> stored, Map<Integer, Long> ends) {
        var faults = faults(log, log, stored, ends);
        return faults.isEmpty() ? null : String.join("; ", faults);
    }

    /** The fault of a log that replaced the known one. */
    public static String changed(LogIdentity log, LogIdentity now) {
        return "the log became another one: topic %s with %d partitions, not %s with %d"
                .formatted(now.topicId(), now.partitions(), log.topicId(), log.partitions());
    }

    /** The positions that belong to this log and epoch. */
    public static List<LogPosition> of(LogIdentity log, List<LogPosition> stored) {
        return stored.stream()
                .filter(position ->
                        position.epoch() == log.epoch() && position.topicId().equals(log.topicId()))
                .toList();
    }

    private static String fault(LogIdentity log, LogPosition stored, long end) {
        if (stored.partition() >= log.partitions()) {
            return "the database knows partition %d and the log has %d partitions"
                    .formatted(stored.partition(), log.partitions());
        }
        if (stored.epoch() > log.epoch()) {
            return "partition %d of the database is of epoch %d and this process of epoch %d"
                    .formatted(stored.partition(), stored.epoch(), log.epoch());
        }
        if (stored.epoch() < log.epoch()) return null;
        if (!stored.topicId().equals(log.topicId())) {
            return "partition %d of the database belongs to topic %s and the log is topic %s under the same epoch: if it was recreated on purpose, raise parley.log.epoch"
                    .formatted(stored.partition(), stored.topicId(), log.topicId());
        }
        if (end < stored.nextOffset()) {
            return "partition %d of the log ends at %d, before the database's %d"
                    .formatted(stored.partition(), end, stored.nextOffset());
        }
        return null;
    }
}
