package parley.domain.ledger.entity;

/** What became of the record at an offset. Two outcomes for one offset are a discrepancy. */
public record LogOutcome(long offset, Kind kind) {

    public enum Kind {
        /** It is a row in {@code message}. */
        MESSAGE,
        /** It is a row in {@code message_event}: a change of a message or a membership. */
        EVENT,
        /** Its idempotency key occurs earlier in the log. */
        REPEAT,
        /** It was appended too long after its admission. */
        VOID,
        /** It changes a message that was already revoked. */
        REVOKED,
        /** It could not be stored and is in the dead-letter topic. */
        PARKED
    }
}
