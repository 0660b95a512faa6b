package parley.domain.conversation.entity;

import java.time.Instant;
import java.util.List;
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
 * @param read the position up to which the member has read
 * @param unread the number of stored messages by others after that
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
        Position read,
        long unread) {

    public static final int MOST_MEMBERS_SHOWN = 50;

    public record Member(UserId user, String username, String displayName, Role role, Position read) {}
}
