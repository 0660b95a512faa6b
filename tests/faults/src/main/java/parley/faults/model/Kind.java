package parley.faults.model;

/** Kinds of actions of a user, and of records of the log. */
public enum Kind {
    MESSAGE,
    EDITED,
    REVOKED,
    REACTION,
    MEMBER,
    /** A record that is none of ours. */
    UNREADABLE
}
