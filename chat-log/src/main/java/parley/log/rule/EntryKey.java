package parley.log.rule;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;

/** The idempotency key of a message or event: a client that retries a send repeats it. */
public record EntryKey(ConversationId conversation, UserId actor, Cid cid) {

    public static EntryKey of(LogEntry entry) {
        return new EntryKey(entry.conversation(), entry.actor(), entry.cid());
    }
}
