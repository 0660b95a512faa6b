package parley.domain.conversation.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import parley.domain.conversation.entity.Conversation;
import parley.domain.conversation.entity.Membership;
import parley.domain.conversation.entity.MembershipKey;
import parley.domain.group.HistoryAccess;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.outbox.entity.OutboxEntry;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** Reads and changes roles within the caller's transaction, which has locked the conversation. */
public record MembershipRules(EntityManager rows) {

    public Optional<Role> role(ConversationId id, UserId user) {
        return Optional.ofNullable(rows.find(Membership.class, MembershipKey.of(id, user)))
                .map(Membership::role);
    }

    /**
     * Makes sure that a group with members keeps an owner.
     *
     * @param held the role that is about to be given up
     * @throws Refused {@code conflict} if it is the last owner's
     */
    public void requireAnotherOwner(Conversation conversation, Role held) {
        if (held != Role.OWNER) return;
        long owners = rows.createQuery(
                        "SELECT COUNT(m) FROM Membership m WHERE m.key.conversationId = :id AND m.role = :owner",
                        Long.class)
                .setParameter("id", conversation.id().value())
                .setParameter("owner", Role.OWNER.code())
                .getSingleResult();
        if (owners == 1)
            throw new Refused(Refusal.CONFLICT, "A group needs an owner. Make another member an owner first.");
    }

    /**
     * Sets a role or ends the membership, and writes the outbox row.
     *
     * @param role null ends the membership
     * @param shown whether the conversation shows it
     */
    public MembershipChange change(
            Conversation conversation, UserId user, UserId actor, Role role, boolean shown, Instant now) {
        var membership = rows.find(Membership.class, MembershipKey.of(conversation.id(), user));
        if (membership == null) {
            membership = new Membership(conversation.id(), user);
            rows.persist(membership);
        }
        boolean wasMember = membership.role() != null;
        membership.change(role);
        if (role != null && !wasMember) {
            membership.startReadingAt(conversation.lastPos());
            // Those who make a group have all of its history.
            membership.startHistory(shown ? conversation.attributes().history() : HistoryAccess.ALL);
        }
        if (wasMember != (role != null)) conversation.members(role == null ? -1 : 1);
        var entry = OutboxEntry.member(
                conversation.id(), user, actor, role, membership.version(), shown, membership.limitVersion(), now);
        rows.persist(entry);
        return (MembershipChange) entry.change();
    }
}
