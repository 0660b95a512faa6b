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

    /** Whether its unread messages are counted separately: nothing in it alerts the user at this time. */
    public boolean isMuted(Instant now) {
        return level == AlertLevel.NOTHING || mutedUntil != null && mutedUntil.isAfter(now);
    }
}
