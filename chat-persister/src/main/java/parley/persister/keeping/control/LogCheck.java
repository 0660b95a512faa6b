package parley.persister.keeping.control;

import java.util.ArrayList;
import java.util.List;
import parley.log.topic.LogIdentity;
import parley.persister.keeping.entity.Progress;

/** Tells whether the database belongs to this log. */
public final class LogCheck {

    private LogCheck() {}

    /**
     * What is wrong, in a sentence each; nothing is to be stored while there is any.
     *
     * @param log the log as this process knows it
     * @param now the log as the broker has it
     */
    public static List<String> faults(LogIdentity log, LogIdentity now, List<Progress> database) {
        var faults = new ArrayList<String>();
        if (!log.equals(now)) faults.add("the log became another one: topic %s, not %s".formatted(now.topicId(), log.topicId()));
        for (var known : database) {
            if (known.partition() >= log.partitions()) {
                faults.add("the database knows partition %d and the log has %d partitions"
                        .formatted(known.partition(), log.partitions()));
            } else if (known.epoch() > log.epoch()) {
                faults.add("partition %d of the database is of epoch %d and this process of epoch %d"
                        .formatted(known.partition(), known.epoch(), log.epoch()));
            } else if (known.epoch() == log.epoch() && !known.topicId().equals(log.topicId())) {
                faults.add("partition %d of the database belongs to topic %s and the log is topic %s under the same epoch"
                        .formatted(known.partition(), known.topicId(), log.topicId()));
            } else if (known.epoch() == log.epoch() && known.end() < known.nextOffset()) {
                faults.add("partition %d of the log ends at %d, before the database's %d"
                        .formatted(known.partition(), known.end(), known.nextOffset()));
            }
        }
        return faults;
    }

    /** Those that belong to this log and epoch. */
    public static List<Progress> of(LogIdentity log, List<Progress> database) {
        return database.stream()
                .filter(known -> known.epoch() == log.epoch() && known.topicId().equals(log.topicId()))
                .toList();
    }
}
