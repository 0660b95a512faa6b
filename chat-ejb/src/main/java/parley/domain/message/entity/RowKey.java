package parley.domain.message.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

@Embeddable
public record RowKey(@Column(name = "conversation_id") long conversationId, long pos) {

    public static RowKey of(ConversationId conversation, Position pos) {
        return new RowKey(conversation.value(), pos.value());
    }
}
