package parley.web.ops.ledger;

import java.util.Locale;

/** What the ledger says in one word. */
enum LedgerVerdict {
    /** Everything is accounted for. */
    BALANCED,
    /** Nothing is missing; some is in the log only, and not in the database yet. */
    PENDING,
    MISSING;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
