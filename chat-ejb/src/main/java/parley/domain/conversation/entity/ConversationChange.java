package parley.domain.conversation.entity;

import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.outbox.entity.OutboxChange;

/**
 * The result of a call that changes a conversation.
 *
 * @param created whether a conversation or membership was created
 * @param owed the changes to be written to the log
 */
public record ConversationChange(
        ConversationId conversation, boolean created, List<OutboxChange.OfConversation> owed) {}
