package parley.persister.store.entity;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** Up to where somebody has read a conversation. */
public record ReadMark(long conversation, long user, long pos) {

    public static ReadMark of(ConversationId conversation, UserId user, Position pos) {
        return new ReadMark(conversation.value(), user.value(), pos.value());
    }
}
