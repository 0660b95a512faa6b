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
import java.util.stream.Collectors;
import parley.domain.account.boundary.Accounts;
import parley.domain.account.boundary.UserBlocks;
import parley.domain.conversation.control.GroupRules;
import parley.domain.conversation.control.MembershipRules;
import parley.domain.conversation.entity.Conversation;
import parley.domain.conversation.entity.ConversationChange;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.Membership;
import parley.domain.conversation.entity.MembershipKey;
import parley.domain.conversation.entity.Participant;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAction;
import parley.domain.group.GroupAttributes;
import parley.domain.group.GroupPermissions;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.OutboxChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.sql.SqlState;

/** Creates conversations, and changes groups and their members; each change also writes its outbox row. */
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
        var owed = new ArrayList<OutboxChange.OfConversation>();
        owed.add(memberships().change(conversation, me, me, Role.MEMBER, false, now));
        owed.add(memberships().change(conversation, other, me, Role.MEMBER, false, now));
        return new ConversationChange(conversation.id(), true, owed);
    }

    /** Creates a private group in which every member may write and read everything. */
    public ConversationChange group(UserId maker, String title, Set<UserId> members, Instant now) {
        return group(maker, GroupAttributes.titled(title), members, now);
    }

    /** Creates a group owned by {@code maker}. */
    public ConversationChange group(UserId maker, GroupAttributes attributes, Set<UserId> members, Instant now) {
        if (members.size() >= MOST_MEMBERS) {
            throw new Refused(Refusal.BAD_REQUEST, "members: at most " + (MOST_MEMBERS - 1) + " at once");
        }
        var known = accounts.findAll(members);
        for (var member : members) {
            if (!known.containsKey(member)) throw Refused.notFound("There is no user " + member + ".");
        }
        requireWelcome(maker, members);
        var conversation = Conversation.group(attributes, now);
        rows.persist(conversation);
        rows.flush();
        var owed = new ArrayList<OutboxChange.OfConversation>();
        owed.add(groups().publish(conversation, maker, null, now));
        owed.add(memberships().change(conversation, maker, maker, Role.OWNER, false, now));
        for (var member : members) {
            if (!member.equals(maker))
                owed.add(memberships().change(conversation, member, maker, Role.MEMBER, false, now));
        }
        return new ConversationChange(conversation.id(), true, owed);
    }

    /** Changes what is given and differs. */
    public ConversationChange change(ConversationId id, UserId actor, AttributeChange given, Instant now) {
        var conversation = locked(id);
        permissions(conversation, actor).require(given);
        List<OutboxChange.OfConversation> owed = groups().change(conversation, actor, given, now)
                .<List<OutboxChange.OfConversation>>map(List::of)
                .orElse(List.of());
        return new ConversationChange(id, false, owed);
    }

    /** Adds {@code user}; does nothing if they are already a member. */
    public ConversationChange add(ConversationId id, UserId actor, UserId user, Instant now) {
        return add(id, actor, user, null, now);
    }

    /**
     * Adds {@code user}, or changes their role. Everybody may join a public group.
     *
     * @param role null: a new member gets {@link Role#MEMBER}, an existing one keeps their role
     * @return created is true if {@code user} was not a member before
     */
    public ConversationChange add(ConversationId id, UserId actor, UserId user, Role role, Instant now) {
        var conversation = locked(id);
        var held = role(id, user);
        if (actor.equals(user) && held.isEmpty()) return join(conversation, user, role, now);
        var permissions = permissions(conversation, actor);
        if (held.isPresent()) {
            boolean keepsRole = role == null || role == held.get();
            if (!keepsRole) permissions.require(GroupAction.MANAGE_ROLES);
            else if (!actor.equals(user)) permissions.require(GroupAction.ADD_MEMBER);
            if (keepsRole) return new ConversationChange(id, false, List.of());
            memberships().requireAnotherOwner(conversation, held.get());
            return changed(conversation, user, actor, role, now);
        }
        permissions.require(GroupAction.ADD_MEMBER);
        if (role != null && role != Role.MEMBER) permissions.require(GroupAction.MANAGE_ROLES);
        if (accounts.find(user).isEmpty()) throw Refused.notFound("There is no user " + user + ".");
        requireWelcome(actor, Set.of(user));
        return enter(conversation, user, actor, role == null ? Role.MEMBER : role, now);
    }

    private ConversationChange join(Conversation conversation, UserId user, Role role, Instant now) {
        var attributes = conversation.attributes();
        if (!attributes.isPublic()) throw notThere(conversation.id());
        if (role != null && role != Role.MEMBER)
            throw new Refused(Refusal.FORBIDDEN, "Only an owner of the group can give you a role.");
        if (attributes.archived()) throw GroupPermissions.archived();
        // Otherwise nobody could ever give roles in a group that everyone has left.
        return enter(conversation, user, user, conversation.memberCount() == 0 ? Role.OWNER : Role.MEMBER, now);
    }

    private ConversationChange enter(Conversation conversation, UserId user, UserId actor, Role role, Instant now) {
        if (conversation.memberCount() >= MOST_MEMBERS) {
            throw new Refused(Refusal.CONFLICT, "The group is full: it has " + MOST_MEMBERS + " members.");
        }
        var entered = memberships().change(conversation, user, actor, role, true, now);
        return new ConversationChange(conversation.id(), true, List.of(entered));
    }

    /**
     * Moderators may remove members, owners everybody; anyone may leave, the last owner only after appointing another.
     */
    public ConversationChange remove(ConversationId id, UserId actor, UserId user, Instant now) {
        var conversation = locked(id);
        var held = role(id, user);
        boolean isMember = held.isEmpty() || held.get() == Role.MEMBER;
        var action = isMember ? GroupAction.REMOVE_MEMBER : GroupAction.MANAGE_ROLES;
        permissions(conversation, actor).require(actor.equals(user) ? GroupAction.LEAVE : action);
        if (held.isEmpty()) return new ConversationChange(id, false, List.of());
        if (conversation.memberCount() > 1) memberships().requireAnotherOwner(conversation, held.get());
        return changed(conversation, user, actor, null, now);
    }

    private ConversationChange changed(Conversation conversation, UserId user, UserId actor, Role role, Instant now) {
        var change = memberships().change(conversation, user, actor, role, true, now);
        return new ConversationChange(conversation.id(), false, List.of(change));
    }

    /**
     * What {@code actor} may do in the group.
     *
     * @throws Refused {@code not_found} if they are not a member; {@code conflict} for a direct conversation
     */
    private GroupPermissions permissions(Conversation conversation, UserId actor) {
        var role = role(conversation.id(), actor).orElseThrow(() -> notThere(conversation.id()));
        if (conversation.kind() == ConversationKind.DIRECT)
            throw new Refused(Refusal.CONFLICT, "A direct conversation cannot be changed.");
        return new GroupPermissions(role, conversation.attributes());
    }

    /** What {@code user} is in a conversation, according to the database; empty if it does not exist. */
    public Optional<Participant> participant(ConversationId id, UserId user) {
        var conversation = rows.find(Conversation.class, id.value());
        if (conversation == null) return Optional.empty();
        var membership = Optional.ofNullable(rows.find(Membership.class, MembershipKey.of(id, user)));
        return Optional.of(new Participant(
                conversation.kind(),
                membership.map(Membership::role).orElse(null),
                membership.map(Membership::joinedPos).orElse(ReadLimit.NONE),
                conversation.attributes(),
                conversation.memberCount()));
    }

    /** Those of these conversations that {@code user} is a member of. */
    public Set<ConversationId> ofMember(UserId user, Set<ConversationId> among) {
        if (among.isEmpty()) return Set.of();
        return rows.createQuery(
                        "SELECT m.key.conversationId FROM Membership m WHERE m.key.userId = :user AND m.key.conversationId IN :ids",
                        Long.class)
                .setParameter("user", user.value())
                .setParameter("ids", among.stream().map(ConversationId::value).toList())
                .getResultStream()
                .map(ConversationId::new)
                .collect(Collectors.toSet());
    }

    private GroupRules groups() {
        return new GroupRules(rows);
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
    private Conversation locked(ConversationId id) {
        var conversation = rows.find(Conversation.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (conversation == null) throw notThere(id);
        return conversation;
    }

    private static Refused notThere(ConversationId id) {
        return Refused.notFound("There is no conversation " + id + ".");
    }
}
