package parley.domain.conversation.entity;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;

/**
 * A conversation as one of its members sees it, according to the database; or a public group as other users see it.
 *
 * @param attributes the default ones for a direct conversation
 * @param members empty for groups over {@link #MOST_MEMBERS_SHOWN}
 * @param last the last stored message, or null
 * @param lastPos its position, or 0
 * @param reading how far the member has read
 * @param unread what they have not read; {@link UnreadCount#NONE} before it was counted
 * @param role null if the reader is not a member
 * @param readFrom the position from which on the reader may read
 */
public record ConversationView(
        ConversationId id,
        ConversationKind kind,
        GroupAttributes attributes,
        int memberCount,
        List<Member> members,
        MessageView last,
        Position lastPos,
        Instant lastAt,
        ReadPlace reading,
        UnreadCount unread,
        Role role,
        Position readFrom) {

    public static final int MOST_MEMBERS_SHOWN = 50;

    /** @param read the greatest place that the member has ever read up to, for the reader of the view their own place */
    public record Member(UserId user, String username, String displayName, Role role, Position read) {

        public Member readTo(Position pos) {
            return new Member(user, username, displayName, role, pos);
        }
    }

    /** The same with another last message. */
    public ConversationView withLast(MessageView newLast, Instant at) {
        return new ConversationView(
                id, kind, attributes, memberCount, members, newLast, lastPos, at, reading, unread, role, readFrom);
    }

    /**
     * The same with the counts for a place.
     *
     * @param read how far each member has read; the reader is shown their own place instead
     */
    public ConversationView withUnread(
            UserId reader, ReadPlace place, UnreadCount counted, UnaryOperator<Member> read) {
        var shown = members.stream()
                .map(member -> member.user().equals(reader) ? member.readTo(place.place()) : read.apply(member))
                .toList();
        return new ConversationView(
                id, kind, attributes, memberCount, shown, last, lastPos, lastAt, place, counted, role, readFrom);
    }

    /** The same conversation with what is known better than when it was read. */
    public ConversationView as(GroupAttributes current, Role now) {
        return new ConversationView(
                id, kind, current, memberCount, members, last, lastPos, lastAt, reading, unread, now, readFrom);
    }

    /** The same conversation for a user who may read from {@code first} on; a last message before that is left out. */
    public ConversationView readableFrom(Position first) {
        if (first.equals(readFrom)) return this;
        var shown = last == null || first.isAfter(last.pos()) ? null : last;
        return new ConversationView(
                id, kind, attributes, memberCount, members, shown, lastPos, lastAt, reading, unread, role, first);
    }

    /** Whether the reader may read what is at {@code pos}. */
    public boolean shows(Position pos) {
        return !readFrom.isAfter(pos);
    }
}
