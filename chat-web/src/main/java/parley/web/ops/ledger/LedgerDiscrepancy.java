package parley.web.ops.ledger;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that is missing, or that should not be.
 *
 * @param to exclusive: a fault may concern a range
 * @param minute when it was appended, as far as that is known; or null
 */
record LedgerDiscrepancy(Kind kind, long from, long to, Instant minute) {

    enum Kind {
        /** A sender was told that the log has it, and the log does not. */
        ACKNOWLEDGED_NOT_IN_LOG,
        /** It was acknowledged, the log has been trimmed meanwhile, and the database does not have it. */
        ACKNOWLEDGED_NOT_STORED,
        /** Below {@code next_offset}, but neither row, nor recorded repeat, nor parked. */
        IN_LOG_NOT_ACCOUNTED,
        /** The database accounts for what the log does not have. */
        ROW_WITHOUT_RECORD,
        /** More than one account of one record. */
        ACCOUNTED_TWICE,
        /** The log lost it before it was stored, and an operator let the partition go on. */
        LOST_BY_REPAIR,
        /** The log lost it before it was stored, and the partition has stopped there. */
        LOST_AND_STOPPED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static LedgerDiscrepancy at(Kind kind, long offset, Instant minute) {
        return new LedgerDiscrepancy(kind, offset, offset + 1, minute);
    }
}
