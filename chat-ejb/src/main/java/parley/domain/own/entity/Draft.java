package parley.domain.own.entity;

import java.time.Instant;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/**
 * A message that a user has not sent yet; {@code toString} does not contain its text.
 *
 * @param body null if the draft was sent or discarded
 * @param replyTo null if it is no reply
 * @param updatedAt when the user wrote it
 */
public record Draft(ConversationId conversation, String body, Position replyTo, Instant updatedAt, long version) {

    public boolean isGone() {
        return body == null;
    }

    @Override
    public String toString() {
        return "Draft[" + conversation + ", " + version + "]";
    }
}
