package parley.persister.ingest.control;

import parley.domain.sql.SqlState;
import parley.persister.store.entity.UnstorableRecord;

/**
 * An error of the data itself, which no repetition mends: the closed list of them. A duplicate key is none: a repeat
 * of the transaction sees the row.
 *
 * @param offset of the record at fault, or -1 where it is not known
 */
record DataError(long offset, String reason) {

    /** Null where it is none. */
    static DataError of(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnstorableRecord unfit) return new DataError(unfit.offset(), unfit.getMessage());
        }
        return SqlState.isDataError(failed) ? new DataError(-1, FailureReason.of(failed)) : null;
    }

    /** Where to part a batch of {@code size}: both parts hold something, and the last alone is the one at fault. */
    int cut(long first, int size) {
        if (offset < first || offset >= first + size) return size / 2;
        return offset == first ? 1 : (int) (offset - first);
    }
}
