package parley.domain.account.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.domain.account.entity.AppUser;
import parley.domain.account.entity.Block;
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
        // The lock gives the entries of the outbox the order in which the row changes.
        var block = rows.find(UserBlock.class, UserBlockKey.of(me, other), LockModeType.PESSIMISTIC_WRITE);
        if (block == null) return Optional.empty();
        rows.remove(block);
        return Optional.of(publish(me, other, false, now));
    }

    /** All blocks of all users. */
    public Set<Block> all() {
        return rows.createQuery("SELECT b.key.userId, b.key.blockedId FROM UserBlock b", Object[].class)
                .getResultStream()
                .map(pair -> new Block(new UserId((Long) pair[0]), new UserId((Long) pair[1])))
                .collect(Collectors.toSet());
    }

    /**
     * Publishes whether a block is set, although nothing changes: a node of the version before has changed it without
     * publishing it.
     *
     * @return false if there was no need to, because a change is about to be published
     */
    public boolean republish(Block block, Instant now) {
        var key = UserBlockKey.of(block.user(), block.blocked());
        var row = rows.find(UserBlock.class, key, LockModeType.PESSIMISTIC_WRITE);
        boolean holds = row != null;
        if (!holds) {
            // What is not there cannot be locked. A node that sets the block now waits for this row.
            row = new UserBlock(block.user(), block.blocked(), now);
            rows.persist(row);
            rows.flush();
            rows.remove(row);
        }
        boolean isPending = isPending(block);
        if (!isPending) publish(block.user(), block.blocked(), holds, now);
        return !isPending;
    }

    private boolean isPending(Block block) {
        return rows.createQuery(
                                "SELECT COUNT(o) FROM OutboxEntry o WHERE o.kind = 'block' AND o.userId = :user AND o.actorId = :blocked",
                                Long.class)
                        .setParameter("user", block.user().value())
                        .setParameter("blocked", block.blocked().value())
                        .getSingleResult()
                > 0;
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
