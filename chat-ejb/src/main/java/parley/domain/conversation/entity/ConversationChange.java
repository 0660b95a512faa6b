package parley.domain.conversation.entity;

import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.outbox.entity.MembershipChange;

/**
 * The result of a call that changes a conversation.
 *
 * @param created whether a conversation or membership was created
 * @param owed the membership changes to be written to the log
 */
public record ConversationChange(ConversationId conversation, boolean created, List<MembershipChange> owed) {}
