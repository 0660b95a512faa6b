package parley.web.message.admission;

import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** Who may mention everyone in a conversation. */
@FunctionalInterface
interface EveryonePolicy {

    boolean allows(ConversationId conversation, UserId sender);
}
