package parley.faults.model;

/** What somebody does, and what a record of the log says. */
public enum Kind {
    MESSAGE,
    EDITED,
    REVOKED,
    REACTION,
    MEMBER,
    /** A record that is none of ours. */
    UNREADABLE;

    public boolean isChange() {
        return this == EDITED || this == REVOKED || this == REACTION;
    }
}
