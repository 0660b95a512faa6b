package parley.web.ops.ledger;

import java.util.Locale;

/** The result of a ledger. */
enum LedgerVerdict {
    /** Everything is accounted for. */
    BALANCED,
    /** Nothing is missing, but some records are in the log and not in the database yet. */
    PENDING,
    MISSING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
