package parley.persister.store.entity;

import jakarta.ejb.ApplicationException;

/** A record that no retry can store. The message contains no user data. */
@ApplicationException(rollback = true)
public class UnstorableRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long offset;

    public UnstorableRecord(long offset, String why, Throwable cause) {
        super(why, cause);
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
