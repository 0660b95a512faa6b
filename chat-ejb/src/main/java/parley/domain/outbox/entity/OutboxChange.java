package parley.domain.outbox.entity;

import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** A committed change that the nodes have to learn from the log. */
public sealed interface OutboxChange permits OutboxChange.OfConversation, BlockChange {

    /** A change that has a place in the order of its conversation, unless it belongs to the creation of a group. */
    sealed interface OfConversation extends OutboxChange permits MembershipChange, GroupChange {

        ConversationId conversation();

        /** Null if the change has no record. */
        UserId actor();

        /** Null if the change has no record. */
        Cid cid();

        /** Whether {@code chat_messages} gets a record of it. */
        boolean isRecorded();
    }
}
