package parley.web.ops.ledger;

import java.time.Instant;
import java.util.Locale;

/**
 * A record or range that is missing, or that should not exist.
 *
 * @param to exclusive
 * @param minute the minute of the append, or null if unknown
 */
record LedgerDiscrepancy(Kind kind, long from, long to, Instant minute) {

    enum Kind {
        /** Acknowledged to the sender, but not in the log. */
        ACKNOWLEDGED_NOT_IN_LOG,
        /** Acknowledged and trimmed from the log since, but not in the database. */
        ACKNOWLEDGED_NOT_STORED,
        /** Below {@code next_offset}, but neither stored, nor a recorded repeat, nor parked. */
        IN_LOG_NOT_ACCOUNTED,
        /** The database has an outcome for an offset that is not in the log. */
        ROW_WITHOUT_RECORD,
        /** The database has several outcomes for one record. */
        ACCOUNTED_TWICE,
        /** The log lost it before it was stored, and an operator let the partition continue. */
        LOST_BY_REPAIR,
        /** The log lost it before it was stored, and the partition has stopped. */
        LOST_AND_STOPPED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static LedgerDiscrepancy at(Kind kind, long offset, Instant minute) {
        return new LedgerDiscrepancy(kind, offset, offset + 1, minute);
    }
}
