package parley.domain.ledger.entity;

/** What became of the record at an offset. An offset with two accounts was accounted for twice. */
public record Account(long offset, Kind kind) {

    public enum Kind {
        /** A row of a message. */
        MESSAGE,
        /** A row of a change of a message, or of a membership. */
        EVENT,
        /** It stands earlier in the log. */
        REPEAT,
        /** It came into the log too late to count. */
        VOID,
        /** A change of a message that was revoked before it. */
        REVOKED,
        /** It could not be stored, and lies in the dead letters. */
        PARKED
    }
}
