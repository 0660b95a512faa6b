package parley.web.presence;

import java.time.Instant;
import parley.log.codec.UserStatus;
import parley.log.codec.WeeklyHours;

/**
 * What others see of a user.
 *
 * @param lastSeen null if the user is connected, hides it, or was not seen by this node
 * @param text the status; null if there is none, as the emoji
 * @param until when text and emoji end; null: when the user changes them
 * @param dndUntil the end of the user's do-not-disturb; null if there is none
 * @param zone the user's time zone; null if it is unknown
 * @param hours when the user works; null if it is unknown
 */
public record UserPresence(
        PresenceState state,
        Instant lastSeen,
        String text,
        String emoji,
        Instant until,
        Instant dndUntil,
        String zone,
        WeeklyHours hours) {

    /**
     * Do-not-disturb takes precedence over away, and offline over both. What has ended by {@code now} is not shown.
     *
     * @param status null if the user has none
     */
    static UserPresence of(boolean online, boolean idle, Instant lastSeen, UserStatus status, Instant now) {
        if (status == null)
            return new UserPresence(state(online, idle, false), lastSeen, null, null, null, null, null, null);
        boolean hasStatus = isBefore(now, status.until()) || status.until() == null;
        boolean isDnd = isBefore(now, status.dndUntil());
        return new UserPresence(
                state(online, idle, isDnd),
                status.hidesLastSeen() ? null : lastSeen,
                hasStatus ? status.text() : null,
                hasStatus ? status.emoji() : null,
                hasStatus ? status.until() : null,
                isDnd ? status.dndUntil() : null,
                status.zone(),
                status.hours());
    }

    private static PresenceState state(boolean online, boolean idle, boolean dnd) {
        if (!online) return PresenceState.OFFLINE;
        if (dnd) return PresenceState.DND;
        return idle ? PresenceState.AWAY : PresenceState.ONLINE;
    }

    private static boolean isBefore(Instant now, Instant end) {
        return end != null && now.isBefore(end);
    }

    /** Whether the user has a socket on any node. */
    public boolean isOnline() {
        return state != PresenceState.OFFLINE;
    }
}
