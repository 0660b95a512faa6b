package parley.domain.account.boundary;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.DisplayName;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.sql.SqlState;

/** Registers and finds user accounts. */
@Stateless
public class Accounts {

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    /** @throws Refused {@code username_taken} */
    public UserProfile register(Username username, DisplayName displayName, String passwordHash, Instant now) {
        return register(username, displayName, passwordHash, Optional.empty(), now);
    }

    /**
     * @param invitation the id of the invitation, which this call uses up
     * @throws Refused {@code username_taken}, or {@code bad_request} if the invitation was already used
     */
    public UserProfile register(
            Username username, DisplayName displayName, String passwordHash, Optional<String> invitation, Instant now) {
        requireFree(username);
        var user = new AppUser(username, displayName, passwordHash, now).invitedBy(invitation.orElse(null));
        try {
            rows.persist(user);
            rows.flush();
        } catch (PersistenceException failed) {
            // The unique key decides concurrent registrations; the other transaction rolls back.
            if (SqlState.isDuplicate(failed)) throw isOfInvitation(failed) ? used() : taken(username);
            throw failed;
        }
        return user.person();
    }

    /** An early check that saves the expensive hash; the unique key still decides. */
    public void requireFree(Username username) {
        if (byUsername(username).isPresent()) throw taken(username);
    }

    private static boolean isOfInvitation(PersistenceException failed) {
        return SqlState.sql(failed).getMessage().contains("app_user_invitation");
    }

    private static Refused used() {
        return Refused.invalid(Map.of("invitation", "invitation: it has been used"));
    }

    /** Replaces a hash by a stronger one of the same password, unless the password has changed in the meantime. */
    public void replaceHash(UserId id, String known, String stronger) {
        rows.createQuery("UPDATE AppUser u SET u.passwordHash = :stronger WHERE u.id = :id AND u.passwordHash = :known")
                .setParameter("stronger", stronger)
                .setParameter("id", id.value())
                .setParameter("known", known)
                .executeUpdate();
    }

    /**
     * Waits while {@link UnpublishedProfiles} publishes the earlier profile: without the lock, the change would be
     * marked as published with it.
     *
     * @throws Refused {@code not_found} if the account does not exist
     */
    public UserProfile rename(UserId id, DisplayName displayName) {
        var user = rows.find(AppUser.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (user == null) throw Refused.notFound("There is no user " + id + ".");
        user.rename(displayName);
        return user.person();
    }

    /**
     * @param known the hash of the password that was verified
     * @return false if the password has changed in the meantime
     */
    public boolean changePassword(UserId id, String known, String hash) {
        return rows.createQuery(
                                "UPDATE AppUser u SET u.passwordHash = :hash WHERE u.id = :id AND u.passwordHash = :known")
                        .setParameter("hash", hash)
                        .setParameter("id", id.value())
                        .setParameter("known", known)
                        .executeUpdate()
                == 1;
    }

    /**
     * Replaces the password whatever it was.
     *
     * @return false if the account does not exist
     */
    public boolean resetPassword(UserId id, String hash) {
        return rows.createQuery("UPDATE AppUser u SET u.passwordHash = :hash WHERE u.id = :id")
                        .setParameter("hash", hash)
                        .setParameter("id", id.value())
                        .executeUpdate()
                == 1;
    }

    public Optional<AppUser> byUsername(Username username) {
        return rows.createQuery("SELECT u FROM AppUser u WHERE u.username = :username", AppUser.class)
                .setParameter("username", username.value())
                .getResultStream()
                .findFirst();
    }

    public Optional<UserProfile> find(UserId id) {
        return Optional.ofNullable(rows.find(AppUser.class, id.value())).map(AppUser::person);
    }

    public Map<UserId, UserProfile> findAll(Collection<UserId> ids) {
        if (ids.isEmpty()) return Map.of();
        return rows.createQuery("SELECT u FROM AppUser u WHERE u.id IN :ids", AppUser.class)
                .setParameter("ids", ids.stream().map(UserId::value).toList())
                .getResultStream()
                .map(AppUser::person)
                .collect(Collectors.toMap(UserProfile::id, Function.identity()));
    }

    private static Refused taken(Username username) {
        return new Refused(Refusal.USERNAME_TAKEN, "The username " + username.value() + " is taken.");
    }
}
