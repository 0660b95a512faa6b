package parley.persister.keeping.entity;

import java.util.List;

/**
 * How log and database stood when they were last looked at.
 *
 * @param opened whether records have been let in
 * @param log what is wrong with the log, or empty
 * @param database what is wrong with the database, or empty
 */
public record Condition(boolean opened, String log, String database, List<Progress> progress) {

    /** Before the first look. */
    public static final Condition UNKNOWN = new Condition(false, "not asked yet", "not asked yet", List.of());

    public Condition found(boolean nowOpened, String logFaults, List<Progress> nowProgress) {
        return new Condition(nowOpened, logFaults, "", nowProgress);
    }

    public Condition logFails(String why) {
        return new Condition(opened, why, database, progress);
    }

    public Condition databaseFails(String why) {
        return new Condition(opened, "", why, progress);
    }

    public boolean isSound() {
        return log.isEmpty() && database.isEmpty();
    }

    public boolean sameFaults(Condition other) {
        return log.equals(other.log) && database.equals(other.database);
    }

    public String summary() {
        if (isSound()) return "log and database are as they should be";
        return "log: %s; database: %s".formatted(log.isEmpty() ? "ok" : log, database.isEmpty() ? "ok" : database);
    }
}
