package parley.domain.conversation.entity;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;

/**
 * A conversation as one of its members sees it, according to the database.
 *
 * @param members empty for groups over {@link #MOST_MEMBERS_SHOWN}
 * @param last the last stored message, or null
 * @param lastPos its position, or 0
 * @param reading how far the member has read
 * @param unread what they have not read; {@link UnreadCount#NONE} before it was counted
 */
public record ConversationView(
        ConversationId id,
        ConversationKind kind,
        String title,
        int memberCount,
        List<Member> members,
        MessageView last,
        Position lastPos,
        Instant lastAt,
        ReadPlace reading,
        UnreadCount unread) {

    public static final int MOST_MEMBERS_SHOWN = 50;

    /** @param read the greatest place that the member has ever read up to, for the reader of the view their own place */
    public record Member(UserId user, String username, String displayName, Role role, Position read) {

        public Member readTo(Position pos) {
            return new Member(user, username, displayName, role, pos);
        }
    }

    /** The same with another last message. */
    public ConversationView withLast(MessageView newLast, Instant at) {
        return new ConversationView(id, kind, title, memberCount, members, newLast, lastPos, at, reading, unread);
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
        return new ConversationView(id, kind, title, memberCount, shown, last, lastPos, lastAt, place, counted);
    }
}
