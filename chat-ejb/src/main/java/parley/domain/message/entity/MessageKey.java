package parley.domain.message.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

@Embeddable
public record MessageKey(@Column(name = "conversation_id") long conversationId, long pos) {

    public static MessageKey of(ConversationId conversation, Position pos) {
        return new MessageKey(conversation.value(), pos.value());
    }
}
