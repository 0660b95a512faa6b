package parley.persister.store.entity;

import jakarta.ejb.ApplicationException;

/** The database belongs to another log than the one that is read; nothing was written. */
@ApplicationException(rollback = true)
public class LogMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogMismatch(String message) {
        super(message);
    }
}
