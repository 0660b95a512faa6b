package parley.domain.message.entity;

import java.time.Instant;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/**
 * A message in its place.
 *
 * @param ts when the log took it
 * @param body null where it could not be stored, or was revoked
 * @param replyTo null where it is no reply
 */
public record LoggedMessage(
        ConversationId conversation, Position pos, Cid cid, UserId sender, Instant ts, String body, Position replyTo) {}
