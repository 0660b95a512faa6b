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
 * @param joinedVersion the version from whose record on the member may read; 0 if nothing limits that
 */
public record MembershipChange(
        ConversationId conversation,
        UserId user,
        UserId actor,
        Role role,
        long version,
        boolean shown,
        Cid cid,
        long joinedVersion)
        implements OutboxChange.OfConversation {

    @Override
    public boolean isRecorded() {
        return true;
    }
}
