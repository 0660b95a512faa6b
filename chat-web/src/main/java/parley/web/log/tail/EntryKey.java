package parley.web.log.tail;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;

/** What is unique for ever. */
public record EntryKey(ConversationId conversation, UserId actor, Cid cid) {

    public static EntryKey of(LogEntry entry) {
        return new EntryKey(entry.conversation(), entry.actor(), entry.cid());
    }
}
