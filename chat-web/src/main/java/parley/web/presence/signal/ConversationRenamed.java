package parley.web.presence.signal;

import parley.domain.identity.ConversationId;

/** CDI event: a node renamed the conversation. */
public record ConversationRenamed(ConversationId conversation) {}
