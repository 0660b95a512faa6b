package parley.faults.model;

/** The kind of a send, and of a record of the log. */
public enum Kind {
    MESSAGE,
    EDITED,
    REVOKED,
    REACTION,
    MEMBER,
    /** A record in an unknown format. */
    UNREADABLE
}
