package parley.domain.outbox.entity;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/**
 * @param actor who made the change
 * @param role null: {@code user} is gone
 * @param version grows with each change of this membership
 * @param shown whether the conversation shows it (not for the members it was made with)
 */
public record MembershipChange(
        ConversationId conversation, UserId user, UserId actor, Role role, long version, boolean shown, Cid cid) {}
