package parley.domain.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Classifies database errors by SQLSTATE (ISO/IEC 9075) where it is specific, otherwise by MySQL's error number. */
public final class SqlState {

    private static final int MYSQL_DUPLICATE_ENTRY = 1062;

    /**
     * Transient errors that MySQL and MariaDB report with an unspecific SQLSTATE (HY000, 42000, 70100): disk or memory
     * full, too many connections, storage engine or replication failure, lock wait timeout, deadlock, statement
     * interrupted, read-only mode, no connection, connection lost.
     */
    private static final Set<Integer> PASSING = Set.of(
            1021, 1030, 1037, 1038, 1040, 1041, 1053, 1114, 1129, 1135, 1158, 1159, 1160, 1161, 1180, 1203, 1205, 1213,
            1226, 1290, 1317, 1836, 1927, 1969, 2002, 2003, 2006, 2013, 3024, 3032, 3100, 3101, 3169, 4031);

    /** Missing table or column: transient, because a migration is about to create it. */
    private static final Set<String> NOT_MIGRATED = Set.of("42S02", "42S22");

    private SqlState() {}

    public static boolean isDuplicate(Throwable failed) {
        var cause = sql(failed);
        return cause != null && cause.getErrorCode() == MYSQL_DUPLICATE_ENTRY;
    }

    /** Class 22: the data itself is invalid, so a retry fails the same way. */
    public static boolean isDataError(Throwable failed) {
        var cause = sql(failed);
        return cause != null
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("22");
    }

    /** The database is unreachable or overloaded: the same call may succeed later. */
    public static boolean isOutage(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && passes(sql)) return true;
        }
        return false;
    }

    private static boolean passes(SQLException sql) {
        return switch (sql) {
            // JDBC reports connection failures as one of the first two; a pool that runs out reports the third.
            case SQLNonTransientConnectionException away -> true;
            case SQLRecoverableException away -> true;
            case SQLTimeoutException late -> true;
            case SQLTransientException passing -> true;
            default -> passes(sql.getSQLState(), sql.getErrorCode());
        };
    }

    /** An error without a SQLSTATE comes from the connection pool, not from the database. */
    private static boolean passes(String state, int error) {
        if (PASSING.contains(error)) return true;
        if (state == null) return error == 0;
        return state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("HYT")
                || NOT_MIGRATED.contains(state);
    }

    /** The first SQL exception in the cause chain of {@code failed}, or null if there is none. */
    public static SQLException sql(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) return sql;
        }
        return null;
    }
}
