package parley.persister.store.entity;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** The position up to which a user has read a conversation. */
public record ReadMark(long conversation, long user, long pos) {

    public static ReadMark of(ConversationId conversation, UserId user, Position pos) {
        return new ReadMark(conversation.value(), user.value(), pos.value());
    }
}
