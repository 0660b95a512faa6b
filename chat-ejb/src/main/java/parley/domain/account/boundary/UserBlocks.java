package parley.domain.account.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.UserBlock;
import parley.domain.account.entity.UserBlockKey;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.BlockChange;
import parley.domain.outbox.entity.OutboxEntry;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.sql.SqlState;

/**
 * Users blocked by other users: a blocked user can neither start a conversation with the blocker, nor write in the
 * direct one that exists, nor add them to a group. Each change also writes its outbox row, so that the nodes know it.
 */
@Stateless
public class UserBlocks {

    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    @Inject
    Accounts accounts;

    /** Idempotent; empty if the block existed. */
    public Optional<BlockChange> block(UserId me, UserId other, Instant now) {
        if (me.equals(other)) throw new Refused(Refusal.BAD_REQUEST, "You cannot block yourself.");
        if (accounts.find(other).isEmpty()) throw Refused.notFound("There is no user " + other + ".");
        if (rows.find(UserBlock.class, UserBlockKey.of(me, other)) != null) return Optional.empty();
        if (of(me).size() >= MOST) throw new Refused(Refusal.CONFLICT, "At most " + MOST + " people can be blocked.");
        rows.persist(new UserBlock(me, other, now));
        try {
            rows.flush();
        } catch (PersistenceException failed) {
            if (SqlState.isDuplicate(failed))
                throw new Refused(Refusal.CONFLICT, "It was blocked at the same time; try again.");
            throw failed;
        }
        return Optional.of(publish(me, other, true, now));
    }

    /** Idempotent; empty if there was no block. */
    public Optional<BlockChange> unblock(UserId me, UserId other, Instant now) {
        var block = rows.find(UserBlock.class, UserBlockKey.of(me, other));
        if (block == null) return Optional.empty();
        rows.remove(block);
        return Optional.of(publish(me, other, false, now));
    }

    private BlockChange publish(UserId me, UserId other, boolean holds, Instant now) {
        var entry = OutboxEntry.block(me, other, holds, now);
        rows.persist(entry);
        rows.flush();
        return (BlockChange) entry.change();
    }

    public List<UserProfile> of(UserId me) {
        return rows.createQuery("""
                        SELECT u FROM UserBlock b, AppUser u
                        WHERE b.key.userId = :me AND u.id = b.key.blockedId ORDER BY u.id""", AppUser.class)
                .setParameter("me", me.value())
                .getResultStream()
                .map(AppUser::person)
                .toList();
    }

    /** Whether one of {@code users} has blocked {@code actor}. */
    public boolean keepsOut(UserId actor, Collection<UserId> users) {
        if (users.isEmpty()) return false;
        return rows.createQuery(
                                "SELECT COUNT(b) FROM UserBlock b WHERE b.key.blockedId = :actor AND b.key.userId IN :users",
                                Long.class)
                        .setParameter("actor", actor.value())
                        .setParameter("users", users.stream().map(UserId::value).toList())
                        .getSingleResult()
                > 0;
    }
}
