package parley.domain.message.entity;

import java.time.Instant;
import java.util.List;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/**
 * A message with its position.
 *
 * @param ts its append time
 * @param body null if it could not be stored or was revoked
 * @param replyTo null if it is not a reply
 * @param mentions as resolved at its admission
 * @param files empty if it has none or was revoked
 */
public record LoggedMessage(
        ConversationId conversation,
        Position pos,
        Cid cid,
        UserId sender,
        Instant ts,
        String body,
        Position replyTo,
        Mentions mentions,
        List<AttachedFile> files) {

    /** Of a message without files. */
    public LoggedMessage(
            ConversationId conversation,
            Position pos,
            Cid cid,
            UserId sender,
            Instant ts,
            String body,
            Position replyTo,
            Mentions mentions) {
        this(conversation, pos, cid, sender, ts, body, replyTo, mentions, List.of());
    }

    public LoggedMessage(
            ConversationId conversation,
            Position pos,
            Cid cid,
            UserId sender,
            Instant ts,
            String body,
            Position replyTo) {
        this(conversation, pos, cid, sender, ts, body, replyTo, Mentions.NONE);
    }
}
