package parley.domain.sql;

import jakarta.ejb.ApplicationException;

/**
 * A call to the database failed and its transaction is rolled back. It is an application exception because the
 * container logs a stack trace for every other exception of a bean: callers retry during an outage and log it once.
 */
@ApplicationException(rollback = true)
public class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailure(Throwable cause) {
        super("the database failed", cause);
    }
}
