package parley.domain.conversation.entity;

/**
 * What a member has not read.
 *
 * @param unread messages of others after the place that are not revoked
 * @param mentions those of them that mention the member
 */
public record UnreadCount(long unread, long mentions) {

    public static final UnreadCount NONE = new UnreadCount(0, 0);

    public UnreadCount plus(UnreadCount other) {
        return new UnreadCount(unread + other.unread, mentions + other.mentions);
    }

    /** A count is never negative, whatever a node that knows only part of a conversation adds up. */
    public UnreadCount notNegative() {
        return unread >= 0 && mentions >= 0 ? this : new UnreadCount(Math.max(0, unread), Math.max(0, mentions));
    }
}
