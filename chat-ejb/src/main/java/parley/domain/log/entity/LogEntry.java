package parley.domain.log.entity;

import java.util.List;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.Mentions;

/** The contents of a log record. Its (conversation, actor, cid) is unique across all kinds of records. */
public sealed interface LogEntry {

    ConversationId conversation();

    Cid cid();

    /** The sender, or the user who made the change. */
    UserId actor();

    /** Those of the message or of its new text; none for other changes. */
    Mentions mentions();

    /** The {@code type} header of its record. */
    String type();

    /**
     * @param body {@link Body#NONE} only if there are files
     * @param replyTo null if it is not a reply
     */
    record Message(
            ConversationId conversation,
            Cid cid,
            UserId actor,
            Body body,
            Position replyTo,
            Mentions mentions,
            List<AttachedFile> files)
            implements LogEntry {

        public Message(
                ConversationId conversation, Cid cid, UserId actor, Body body, Position replyTo, Mentions mentions) {
            this(conversation, cid, actor, body, replyTo, mentions, List.of());
        }

        public Message(ConversationId conversation, Cid cid, UserId actor, Body body, Position replyTo) {
            this(conversation, cid, actor, body, replyTo, Mentions.NONE);
        }

        public Message with(Mentions resolved) {
            return new Message(conversation, cid, actor, body, replyTo, resolved, files);
        }

        public Message with(List<AttachedFile> claimed) {
            return new Message(conversation, cid, actor, body, replyTo, mentions, claimed);
        }

        @Override
        public String type() {
            return "message";
        }
    }

    record Event(ConversationId conversation, Cid cid, UserId actor, EventDetail detail) implements LogEntry {
        @Override
        public Mentions mentions() {
            return detail instanceof EventDetail.Edited edited ? edited.mentions() : Mentions.NONE;
        }

        @Override
        public String type() {
            return "event";
        }
    }
}
