package parley.persister.ingest.control;

import parley.domain.sql.SqlState;
import parley.persister.store.entity.UnstorableRecord;

/**
 * An error caused by the data itself, which a retry cannot resolve. A duplicate key is not one: a retry of the
 * transaction sees the row.
 *
 * @param offset the offset of the record at fault, or -1 if it is unknown
 */
record DataError(long offset, String reason) {

    /** Null if the failure has another cause. */
    static DataError of(Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnstorableRecord unfit) return new DataError(unfit.offset(), unfit.getMessage());
        }
        return SqlState.isDataError(failed) ? new DataError(-1, FailureReason.of(failed)) : null;
    }

    /** Where to split a batch of {@code size}: both parts are non-empty, and splitting isolates the record at fault. */
    int cut(long first, int size) {
        if (offset < first || offset >= first + size) return size / 2;
        return offset == first ? 1 : (int) (offset - first);
    }
}
