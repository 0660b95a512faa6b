package parley.domain.conversation.entity;

import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.outbox.entity.MembershipChange;

/**
 * What a call changed.
 *
 * @param created whether something is there now that was not before
 * @param owed the changes of membership that the log will have
 */
public record Change(ConversationId conversation, boolean created, List<MembershipChange> owed) {}
