package parley.domain.outbox.entity;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/**
 * @param actor who made the change
 * @param role null if {@code user} left
 * @param version increases with each change of this membership
 * @param shown whether the conversation shows it; false for its initial members
 */
public record MembershipChange(
        ConversationId conversation, UserId user, UserId actor, Role role, long version, boolean shown, Cid cid) {}
