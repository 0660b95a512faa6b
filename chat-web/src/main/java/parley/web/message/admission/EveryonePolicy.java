package parley.web.message.admission;

import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;

/** Who may mention everyone in a conversation. */
@FunctionalInterface
interface EveryonePolicy {

    /** @throws Refused {@code rate_limited} */
    boolean allows(ConversationId conversation, UserId sender);
}
