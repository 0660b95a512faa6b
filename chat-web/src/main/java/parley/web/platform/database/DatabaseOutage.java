package parley.web.platform.database;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import parley.domain.sql.SqlState;

/** Classifies failed calls to the database. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Whether the database was down or too slow, as opposed to a failure of the call itself. */
    static boolean is(Throwable failed) {
        if (SqlState.sql(failed) != null) return SqlState.isOutage(failed);
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            // No connection within the pool's limit, or a transaction that timed out.
            if (cause instanceof ResourceException || cause instanceof RollbackException) return true;
        }
        return false;
    }
}
