package parley.domain.own.entity;

import java.time.Instant;
import parley.domain.identity.ConversationId;

/**
 * How one conversation alerts a user.
 *
 * @param level null: the user's defaults apply
 * @param mutedUntil null if it is not muted
 */
public record ConversationAlerts(ConversationId conversation, AlertLevel level, Instant mutedUntil, long version) {

    public boolean isDefault() {
        return level == null && mutedUntil == null;
    }
}
