package parley.persister.store.entity;

import jakarta.ejb.ApplicationException;

/** A batch would write more rows than a transaction has time for; nothing of it is stored. */
@ApplicationException(rollback = true)
public class BatchTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long offset;

    /** @param offset where to split the batch: of its first record that is too much, which is not the first of all */
    public BatchTooLarge(long offset) {
        super("the batch is too large from offset " + offset + " on");
        this.offset = offset;
    }

    public long offset() {
        return offset;
    }
}
