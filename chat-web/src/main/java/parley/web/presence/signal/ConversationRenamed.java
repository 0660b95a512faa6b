package parley.web.presence.signal;

import parley.domain.identity.ConversationId;

/** CDI event: a node of the version before renamed the conversation. */
public record ConversationRenamed(ConversationId conversation) {}
