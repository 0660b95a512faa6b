package parley.persister.store.entity;

import jakarta.ejb.ApplicationException;

/**
 * The database failed and nothing was stored. The container would write a trace of every try into the log if it met
 * the cause itself, and an outage has many tries.
 */
@ApplicationException(rollback = true)
public class StoreFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreFailed(Throwable cause) {
        super("the database failed", cause);
    }
}
