package parley.faults.model;

/** The kind of a send, and of a record of the log. */
public enum Kind {
    MESSAGE,
    EDITED,
    REVOKED,
    REACTION,
    MEMBER,
    /** New attributes of a group. */
    CHANGED,
    /** A record in an unknown format. */
    UNREADABLE
}
