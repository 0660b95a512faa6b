package parley.web.presence.signal;

import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/**
 * CDI event: a user is typing in a conversation.
 *
 * @param receivers the other members
 * @param reportedBy the name of the reporting socket, unique among all nodes
 */
public record UserTyping(ConversationId conversation, UserId user, List<UserId> receivers, String reportedBy) {}
