package parley.domain.message.entity;

import java.time.Instant;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/** An event with its position: a change of a message or of the conversation. */
public record LoggedEvent(
        ConversationId conversation, Position at, Cid cid, UserId actor, Instant ts, EventDetail detail) {

    public LoggedEvent with(EventDetail other) {
        return new LoggedEvent(conversation, at, cid, actor, ts, other);
    }
}
