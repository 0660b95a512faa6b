package parley.domain.conversation.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.conversation.control.MembershipRules;
import parley.domain.conversation.entity.Conversation;
import parley.domain.conversation.entity.ConversationChange;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.sql.SqlState;

/** Creates conversations and changes their members; each change also writes its outbox row. */
@Stateless
public class Conversations {

    private static final int MOST_MEMBERS = 1_000;

    @PersistenceContext(unitName = "parley")
    EntityManager rows;

    @Inject
    Accounts accounts;

    @Inject
    UserBlocks blocks;

    /**
     * Returns the direct conversation of two users, creating it if necessary.
     *
     * @throws Refused {@code not_found} if there is no such user; {@code conflict} if it is being created concurrently:
     *     a retry finds it
     */
    public ConversationChange direct(UserId me, UserId other, Instant now) {
        if (me.equals(other)) throw new Refused(Refusal.BAD_REQUEST, "A direct conversation needs another user.");
        if (accounts.find(other).isEmpty()) throw Refused.notFound("There is no user " + other + ".");
        var existing = rows.createQuery("SELECT c.id FROM Conversation c WHERE c.directKey = :key", Long.class)
                .setParameter("key", Conversation.directKey(me, other))
                .getResultStream()
                .findFirst();
        if (existing.isPresent()) return new ConversationChange(new ConversationId(existing.get()), false, List.of());
        requireWelcome(me, Set.of(other));
        var conversation = Conversation.direct(me, other, now);
        try {
            rows.persist(conversation);
            rows.flush();
        } catch (PersistenceException failed) {
            if (SqlState.isDuplicate(failed))
                throw new Refused(Refusal.CONFLICT, "It was created at the same time; try again.");
            throw failed;
        }
        var owed = new ArrayList<MembershipChange>();
        owed.add(memberships().change(conversation, me, me, Role.MEMBER, false, now));
        owed.add(memberships().change(conversation, other, me, Role.MEMBER, false, now));
        return new ConversationChange(conversation.id(), true, owed);
    }

    /** Creates a group owned by {@code maker}. */
    public ConversationChange group(UserId maker, String title, Set<UserId> members, Instant now) {
        if (members.size() >= MOST_MEMBERS) {
            throw new Refused(Refusal.BAD_REQUEST, "members: at most " + (MOST_MEMBERS - 1) + " at once");
        }
        var known = accounts.findAll(members);
        for (var member : members) {
            if (!known.containsKey(member)) throw Refused.notFound("There is no user " + member + ".");
        }
        requireWelcome(maker, members);
        var conversation = Conversation.group(title, now);
        rows.persist(conversation);
        rows.flush();
        var owed = new ArrayList<MembershipChange>();
        owed.add(memberships().change(conversation, maker, maker, Role.OWNER, false, now));
        for (var member : members) {
            if (!member.equals(maker))
                owed.add(memberships().change(conversation, member, maker, Role.MEMBER, false, now));
        }
        return new ConversationChange(conversation.id(), true, owed);
    }

    public void rename(ConversationId id, UserId actor, String title) {
        var conversation = lockedGroup(id, actor, "renamed");
        memberships().requireOwner(id, actor);
        conversation.rename(title);
    }

    /** Adds {@code user}; does nothing if they are already a member. */
    public ConversationChange add(ConversationId id, UserId actor, UserId user, Instant now) {
        return add(id, actor, user, null, now);
    }

    /**
     * Adds {@code user}, or changes their role.
     *
     * @param role null: a new member gets {@link Role#MEMBER}, an existing one keeps their role
     * @return created is true if {@code user} was not a member before
     */
    public ConversationChange add(ConversationId id, UserId actor, UserId user, Role role, Instant now) {
        var conversation = lockedGroup(id, actor, "changed");
        memberships().requireOwner(id, actor);
        if (accounts.find(user).isEmpty()) throw Refused.notFound("There is no user " + user + ".");
        var held = role(id, user);
        if (held.isPresent()) {
            if (role == null || role == held.get()) return new ConversationChange(id, false, List.of());
            memberships().requireAnotherOwner(conversation, held.get());
            return new ConversationChange(
                    id, false, List.of(memberships().change(conversation, user, actor, role, true, now)));
        }
        requireWelcome(actor, Set.of(user));
        if (conversation.memberCount() >= MOST_MEMBERS) {
            throw new Refused(Refusal.CONFLICT, "The group is full: it has " + MOST_MEMBERS + " members.");
        }
        var given = role == null ? Role.MEMBER : role;
        return new ConversationChange(
                id, true, List.of(memberships().change(conversation, user, actor, given, true, now)));
    }

    /** Owners may remove members; anyone may leave, the last owner only after appointing another. */
    public ConversationChange remove(ConversationId id, UserId actor, UserId user, Instant now) {
        var conversation = lockedGroup(id, actor, "changed");
        if (!actor.equals(user)) memberships().requireOwner(id, actor);
        var held = role(id, user);
        if (held.isEmpty()) return new ConversationChange(id, false, List.of());
        if (conversation.memberCount() > 1) memberships().requireAnotherOwner(conversation, held.get());
        return new ConversationChange(
                id, false, List.of(memberships().change(conversation, user, actor, null, true, now)));
    }

    private MembershipRules memberships() {
        return new MembershipRules(rows);
    }

    /** A user's role according to the database. */
    public Optional<Role> role(ConversationId id, UserId user) {
        return memberships().role(id, user);
    }

    /** The refusal does not reveal who has blocked the actor. */
    private void requireWelcome(UserId actor, Set<UserId> users) {
        if (blocks.keepsOut(actor, users))
            throw new Refused(Refusal.FORBIDDEN, "You cannot start a conversation with these people.");
    }

    /** Locks the row, so that changes of one conversation are serialized. */
    private Conversation lockedGroup(ConversationId id, UserId actor, String done) {
        var conversation = rows.find(Conversation.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (conversation == null || role(id, actor).isEmpty()) throw notThere(id);
        if (conversation.kind() == ConversationKind.DIRECT) {
            throw new Refused(Refusal.CONFLICT, "A direct conversation cannot be " + done + ".");
        }
        return conversation;
    }

    private static Refused notThere(ConversationId id) {
        return Refused.notFound("There is no conversation " + id + ".");
    }
}
