package parley.web.account.signin;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parley.log.codec.SessionRevocation;
import parley.web.platform.clock.LogClock;

/** The sessions that were signed out before their tokens expired. */
final class EndedSessionTable {

    private final LogClock clock;
    private final Consumer<SessionEnded> onEnd;
    private final RevocationCleanup tombstones;
    private final Map<String, Instant> expiryBySession = new ConcurrentHashMap<>();

    EndedSessionTable(LogClock clock, Consumer<SessionEnded> onEnd, RevocationCleanup tombstones) {
        this.clock = clock;
        this.onEnd = onEnd;
        this.tombstones = tombstones;
    }

    boolean has(String session) {
        return expiryBySession.containsKey(session);
    }

    /** Called when this node has written the end to the log. */
    void ended(String session, Instant expiresAt) {
        tombstones.ended(session, expiresAt, true);
        end(session, expiresAt);
    }

    /** @param revocation as a node wrote it, or its tombstone */
    void take(SessionRevocation revocation) {
        if (revocation.expiresAt() == null) {
            tombstones.written(revocation.session());
            return;
        }
        tombstones.ended(revocation.session(), revocation.expiresAt(), false);
        end(revocation.session(), revocation.expiresAt());
    }

    private void end(String session, Instant expiresAt) {
        if (expiresAt.isBefore(clock.instant())) return;
        expiryBySession.put(session, expiresAt);
        onEnd.accept(new SessionEnded(session));
    }

    /**
     * Removes sessions whose tokens have expired.
     *
     * @return the sessions to delete from the topic; each is returned once
     */
    List<String> expire() {
        if (!clock.isSet()) return List.of();
        var now = clock.instant();
        expiryBySession.values().removeIf(expiry -> expiry.isBefore(now));
        return tombstones.take(now);
    }
}
