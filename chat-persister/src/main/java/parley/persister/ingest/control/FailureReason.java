package parley.persister.ingest.control;

import parley.domain.sql.SqlState;

/** Describes a failure in one line for health and the log, without user data. */
public final class FailureReason {

    private FailureReason() {}

    public static String of(Throwable failed) {
        var sql = SqlState.sql(failed);
        if (sql != null) return "SQLState %s, error %d".formatted(sql.getSQLState(), sql.getErrorCode());
        var cause = failed;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
