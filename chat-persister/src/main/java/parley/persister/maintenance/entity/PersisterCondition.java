package parley.persister.maintenance.entity;

import java.util.List;

/**
 * The state of log and database at the last check.
 *
 * @param opened whether the persister has been opened
 * @param log what is wrong with the log, or empty
 * @param database what is wrong with the database, or empty
 */
public record PersisterCondition(boolean opened, String log, String database, List<PartitionProgress> progress) {

    /** Before the first check. */
    public static final PersisterCondition UNKNOWN =
            new PersisterCondition(false, "not checked yet", "not checked yet", List.of());

    public PersisterCondition found(boolean nowOpened, String logFaults, List<PartitionProgress> nowProgress) {
        return new PersisterCondition(nowOpened, logFaults, "", nowProgress);
    }

    public PersisterCondition logFails(String why) {
        return new PersisterCondition(opened, why, database, progress);
    }

    public PersisterCondition databaseFails(String why) {
        return new PersisterCondition(opened, "", why, progress);
    }

    public boolean isSound() {
        return log.isEmpty() && database.isEmpty();
    }

    public boolean sameFaults(PersisterCondition other) {
        return log.equals(other.log) && database.equals(other.database);
    }

    public String summary() {
        if (isSound()) return "log and database are valid";
        return "log: %s; database: %s".formatted(log.isEmpty() ? "ok" : log, database.isEmpty() ? "ok" : database);
    }
}
