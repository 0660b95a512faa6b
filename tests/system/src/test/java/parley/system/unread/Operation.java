package parley.system.unread;

/** What a user does at random; the most frequent ones are repeated in {@link #MIX}. */
enum Operation {
    SEND,
    EDIT,
    REVOKE,
    READ,
    UNREAD,
    JOIN_OR_LEAVE,
    MUTE,
    RECONNECT;

    static final Operation[] MIX = {
        SEND,
        SEND,
        SEND,
        SEND,
        SEND,
        SEND,
        EDIT,
        EDIT,
        REVOKE,
        READ,
        READ,
        READ,
        UNREAD,
        UNREAD,
        UNREAD,
        JOIN_OR_LEAVE,
        JOIN_OR_LEAVE,
        MUTE,
        RECONNECT
    };
}
