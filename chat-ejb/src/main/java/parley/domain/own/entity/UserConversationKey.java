package parley.domain.own.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

@Embeddable
public record UserConversationKey(
        @Column(name = "user_id") long userId,
        @Column(name = "conversation_id") long conversationId) {

    public static UserConversationKey of(UserId user, ConversationId conversation) {
        return new UserConversationKey(user.value(), conversation.value());
    }
}
