package parley.web.account.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.domain.account.boundary.UserSessions;
import parley.domain.account.entity.BegunSession;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.domain.schema.SchemaMigration;
import parley.web.platform.clock.LogClock;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;
import parley.web.platform.runtime.ScheduledTask;

/**
 * What users are shown about their sessions. Whether a session has ended is decided by {@link RevokedSessions}, so a row
 * that could not be removed is left out of the list, and removed when it has expired.
 */
@ApplicationScoped
public class SessionList {

    private static final System.Logger LOG = System.getLogger(SessionList.class.getName());

    /** The maximum number of sessions that are shown; of the rows read for them, some may have ended. */
    private static final int MAX_SHOWN = 100;

    private static final int MAX_READ = 500;

    private static final Duration CLEANUP_PERIOD = Duration.ofMinutes(10);
    private static final int ROWS_AT_ONCE = 500;
    private static final int MAX_BATCHES = 20;

    @Inject
    DatabaseGateway database;

    @Inject
    UserSessions sessions;

    @Inject
    SchemaMigration schema;

    @Inject
    RevokedSessions ended;

    @Inject
    LogClock clock;

    @Inject
    TokenSettings settings;

    /**
     * Adds a session. Call it before the token is given out: a session that can be used is then in the list of every
     * node. Compared with the hash of the password, one insert takes no time. A sign-in does not fail if only this row
     * cannot be written, such as while a node of this version waits for the migration: the user could not do anything
     * about it, and the list is not needed to end the session. Signing out everywhere ends it by user and time.
     */
    public void add(BegunSession session) {
        try {
            database.quick(() -> {
                sessions.add(session);
                return null;
            });
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A session of user " + session.user() + " began that is missing from the list of sessions.",
                    failed);
        }
    }

    /**
     * The live sessions of a user, newest first; at most 100.
     *
     * @throws Refused {@code unavailable} while the database is down
     */
    public List<BegunSession> live(UserId user) {
        var now = clock.instant();
        return database.needed(() -> sessions.latest(user, now, MAX_READ)).stream()
                .map(session -> session.within(settings.lifetime()))
                .filter(session -> isLive(session, now))
                .limit(MAX_SHOWN)
                .toList();
    }

    /**
     * Empty if the session has ended or is another user's.
     *
     * @throws Refused {@code unavailable} while the database is down
     */
    Optional<BegunSession> find(UserId user, String session) {
        var now = clock.instant();
        return database.needed(() -> sessions.find(user, session))
                .map(found -> found.within(settings.lifetime()))
                .filter(found -> isLive(found, now));
    }

    private boolean isLive(BegunSession session, Instant now) {
        return session.expiresAt().isAfter(now) && !ended.has(session.user(), session.id(), session.begunAt());
    }

    void remove(String session) {
        removeNow(() -> database.quick(() -> {
            sessions.remove(session);
            return null;
        }));
    }

    /** @param except the session that goes on; empty for none */
    void removeOthers(UserId user, String except, Instant last) {
        removeNow(() -> database.quick(() -> {
            sessions.removeOthers(user, except, last);
            return null;
        }));
    }

    /** The session has ended and is left out of the list already, so a failure delays nothing but the removal. */
    private static void removeNow(Runnable removal) {
        try {
            removal.run();
        } catch (RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "Rows of ended sessions stay in the database until the sessions expire.",
                    failed);
        }
    }

    @Produces
    ScheduledTask cleanup() {
        return ScheduledTask.blocking("expired sessions", CLEANUP_PERIOD, this::removeExpired);
    }

    private void removeExpired() {
        if (!clock.isSet() || !schema.isCurrent()) return;
        var now = clock.instant();
        int found = ROWS_AT_ONCE;
        try {
            for (int batch = 0; found == ROWS_AT_ONCE && batch < MAX_BATCHES; batch++)
                found = database.inBackground(() -> sessions.removeExpired(now, ROWS_AT_ONCE));
        } catch (DatabaseUnavailable down) {
            LOG.log(System.Logger.Level.DEBUG, "Expired sessions are removed later.", down);
        }
    }
}
