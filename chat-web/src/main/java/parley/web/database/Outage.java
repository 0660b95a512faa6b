package parley.web.database;

import java.util.Set;
import parley.domain.sql.SqlState;

/** What a failed call says of the database. */
final class Outage {

    /**
     * No connection within the pool's limit; a transaction that ran out of time. By name: the server does not show these
     * types to applications.
     */
    private static final Set<String> OF_THE_CONTAINER =
            Set.of("jakarta.resource.ResourceException", "jakarta.transaction.RollbackException");

    private Outage() {}

    /** Whether the database was away or too slow, as against what was asked of it being wrong. */
    static boolean is(Throwable failed) {
        if (SqlState.sql(failed) != null) return SqlState.isOutage(failed);
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (isOfTheContainer(cause.getClass())) return true;
        }
        return false;
    }

    private static boolean isOfTheContainer(Class<?> type) {
        for (var each = type; each != null; each = each.getSuperclass()) {
            if (OF_THE_CONTAINER.contains(each.getName())) return true;
        }
        return false;
    }
}
