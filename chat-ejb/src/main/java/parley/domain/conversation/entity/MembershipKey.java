package parley.domain.conversation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

@Embeddable
public record MembershipKey(
        @Column(name = "conversation_id") long conversationId,
        @Column(name = "user_id") long userId) {

    public static MembershipKey of(ConversationId conversation, UserId user) {
        return new MembershipKey(conversation.value(), user.value());
    }
}
