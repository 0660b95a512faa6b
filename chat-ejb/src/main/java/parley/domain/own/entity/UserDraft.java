package parley.domain.own.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** The draft of a user in a conversation. The row remains when it is sent or discarded, so that no older draft
 * replaces it. */
@Entity
@Table(name = "user_draft")
public class UserDraft {

    @EmbeddedId
    private UserConversationKey key;

    private String body;

    @Column(name = "reply_to")
    private Long replyTo;

    @Column(name = "updated_at")
    private Instant updatedAt;

    private long version;

    protected UserDraft() {}

    public UserDraft(UserId user, ConversationId conversation) {
        this.key = UserConversationKey.of(user, conversation);
        this.updatedAt = Instant.EPOCH;
    }

    /**
     * @param text null if the draft was sent or discarded
     * @param at when the user wrote it
     * @return false if what is stored was written later, so that nothing changed
     */
    public boolean write(String text, Position reply, Instant at, long newVersion) {
        if (at.isBefore(updatedAt)) return false;
        body = text;
        replyTo = text == null || reply == null ? null : reply.value();
        updatedAt = at;
        version = newVersion;
        return true;
    }

    public Draft draft() {
        return new Draft(
                new ConversationId(key.conversationId()),
                body,
                replyTo == null ? null : new Position(replyTo),
                updatedAt,
                version);
    }
}
