package parley.web.message.history;

import java.util.Set;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** The conversations that a user has muted; their unread messages are counted separately. */
public interface MutedConversations {

    Set<ConversationId> of(UserId user);
}
