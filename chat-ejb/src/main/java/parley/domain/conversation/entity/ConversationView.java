package parley.domain.conversation.entity;

import java.time.Instant;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;

/**
 * A conversation as one of its members sees it in the database.
 *
 * @param members empty for groups over {@link #MOST_MEMBERS_SHOWN}
 * @param last the last stored message, or null
 * @param lastPos its place, or 0
 * @param read how far the member has read
 * @param unread stored messages of others after that
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
