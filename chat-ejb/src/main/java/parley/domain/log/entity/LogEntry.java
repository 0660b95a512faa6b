package parley.domain.log.entity;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;

/** What a record of the log says. With conversation and actor its cid is unique, whatever its kind. */
public sealed interface LogEntry {

    ConversationId conversation();

    Cid cid();

    /** Who sent it, or who made the change. */
    UserId actor();

    /** The {@code type} header of its record. */
    String type();

    /** @param replyTo null where it is no reply */
    record Message(ConversationId conversation, Cid cid, UserId actor, Body body, Position replyTo)
            implements LogEntry {
        @Override
        public String type() {
            return "message";
        }
    }

    record Event(ConversationId conversation, Cid cid, UserId actor, EventDetail detail) implements LogEntry {
        @Override
        public String type() {
            return "event";
        }
    }
}
