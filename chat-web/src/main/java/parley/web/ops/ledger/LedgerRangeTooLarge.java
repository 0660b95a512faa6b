package parley.web.ops.ledger;

/** The range has more records than a ledger can hold. */
final class LedgerRangeTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long records;

    LedgerRangeTooLarge(long records) {
        super("more than " + records + " records");
        this.records = records;
    }

    long records() {
        return records;
    }
}
