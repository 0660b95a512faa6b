package parley.persister.store.entity;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;

/** What is unique for ever, over messages and events. */
public record Named(ConversationId conversation, UserId actor, Cid cid) {

    /** Somebody in a conversation. */
    public record Member(ConversationId conversation, UserId user) {}

    public Member member() {
        return new Member(conversation, actor);
    }

    public static Named of(LogEntry entry) {
        return new Named(entry.conversation(), entry.actor(), entry.cid());
    }
}
