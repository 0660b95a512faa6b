package parley.domain.account.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.domain.account.entity.BegunSession;
import parley.domain.account.entity.UserSession;
import parley.domain.identity.UserId;

/**
 * The sessions that began and have not expired, for users to look at. A row does not make a session valid, and a
 * missing one does not end it.
 */
@Stateless
public class UserSessions {

    /** A user with more sessions than this keeps some rows until they expire. */
    private static final int MAX_REMOVED = 1_000;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    public void add(BegunSession session) {
        rows.persist(new UserSession(session));
    }

    /** Newest first. */
    public List<BegunSession> latest(UserId user, Instant now, int most) {
        return rows.createQuery("""
                        SELECT s FROM UserSession s WHERE s.userId = :user AND s.expiresAt > :now
                        ORDER BY s.begunAt DESC, s.id""", UserSession.class)
                .setParameter("user", user.value())
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultStream()
                .map(UserSession::begun)
                .toList();
    }

    /** Empty if the session is another user's. */
    public Optional<BegunSession> find(UserId user, String session) {
        return Optional.ofNullable(rows.find(UserSession.class, session))
                .map(UserSession::begun)
                .filter(found -> found.user().equals(user));
    }

    public void remove(String session) {
        remove(List.of(session));
    }

    /**
     * Removes a user's sessions that began at {@code last} or before, except one.
     *
     * @param except the session that goes on; empty for none
     */
    public void removeOthers(UserId user, String except, Instant last) {
        remove(rows.createQuery(
                        "SELECT s.id FROM UserSession s WHERE s.userId = :user AND s.id <> :except AND s.begunAt <= :last",
                        String.class)
                .setParameter("user", user.value())
                .setParameter("except", except)
                .setParameter("last", last)
                .setMaxResults(MAX_REMOVED)
                .getResultList());
    }

    /** @return the number of expired sessions that were found, at most {@code most} */
    public int removeExpired(Instant now, int most) {
        var expired = rows.createQuery(
                        "SELECT s.id FROM UserSession s WHERE s.expiresAt <= :now ORDER BY s.expiresAt", String.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        remove(expired);
        return expired.size();
    }

    private void remove(List<String> sessions) {
        if (sessions.isEmpty()) return;
        rows.createQuery("DELETE FROM UserSession s WHERE s.id IN :sessions")
                .setParameter("sessions", sessions)
                .executeUpdate();
    }
}
