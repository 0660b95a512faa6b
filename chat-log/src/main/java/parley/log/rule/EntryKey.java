package parley.log.rule;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;

/** Identifies an entry, message or event, permanently: a client that repeats a send repeats this key. */
public record EntryKey(ConversationId conversation, UserId actor, Cid cid) {

    public static EntryKey of(LogEntry entry) {
        return new EntryKey(entry.conversation(), entry.actor(), entry.cid());
    }
}
