package parley.web.platform.database;

import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import parley.domain.sql.SqlState;

/** What a failed call says of the database. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    /** Whether the database was away or too slow, as against what was asked of it being wrong. */
    static boolean is(Throwable failed) {
        if (SqlState.sql(failed) != null) return SqlState.isOutage(failed);
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            // No connection within the pool's limit; a transaction that ran out of time.
            if (cause instanceof ResourceException || cause instanceof RollbackException) return true;
        }
        return false;
    }
}
