package parley.web.account.signin;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parley.domain.identity.UserId;
import parley.log.codec.UserSessionsRevocation;
import parley.web.platform.clock.LogClock;

/** The users who ended all their sessions but one. The last time that a user did so counts. */
final class EndedUserTable {

    private final LogClock clock;
    private final Consumer<UserSessionsEnded> onEnd;
    private final RevocationCleanup tombstones;
    private final Map<UserId, UserSessionsRevocation> byUser = new ConcurrentHashMap<>();

    EndedUserTable(LogClock clock, Consumer<UserSessionsEnded> onEnd, RevocationCleanup tombstones) {
        this.clock = clock;
        this.onEnd = onEnd;
        this.tombstones = tombstones;
    }

    /** @param begun when the session began */
    boolean has(UserId user, String session, Instant begun) {
        var end = byUser.get(user);
        return end != null && !session.equals(end.except()) && !begun.isAfter(end.before());
    }

    /** Called when this node has written the end to the log. */
    void ended(UserSessionsRevocation end) {
        put(end, true);
    }

    void take(UserSessionsRevocation end) {
        put(end, false);
    }

    private void put(UserSessionsRevocation end, boolean ours) {
        tombstones.ended(end.key(), end.expiresAt(), ours);
        if (end.expiresAt().isBefore(clock.instant())) return;
        byUser.merge(end.user(), end, (known, given) -> given.before().isBefore(known.before()) ? known : given);
        onEnd.accept(new UserSessionsEnded(end.user()));
    }

    /** Forgets users whose ended tokens have expired. */
    void expire() {
        if (!clock.isSet()) return;
        var now = clock.instant();
        byUser.values().removeIf(end -> end.expiresAt().isBefore(now));
    }
}
