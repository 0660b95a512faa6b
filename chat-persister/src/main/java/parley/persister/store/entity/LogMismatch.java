package parley.persister.store.entity;

import jakarta.ejb.ApplicationException;

/** The database belongs to a different log than the one being read; nothing was written. */
@ApplicationException(rollback = true)
public class LogMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LogMismatch(String message) {
        super(message);
    }
}
