package parley.domain.outbox.entity;

import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/**
 * @param attributes the state after the change
 * @param change what changed; null for a new group, whose first attributes have no record
 * @param version increases with each change of this group's attributes
 */
public record GroupChange(
        ConversationId conversation,
        UserId actor,
        GroupAttributes attributes,
        AttributeChange change,
        long version,
        Cid cid)
        implements OutboxChange.OfConversation {

    @Override
    public boolean isRecorded() {
        return change != null;
    }
}
