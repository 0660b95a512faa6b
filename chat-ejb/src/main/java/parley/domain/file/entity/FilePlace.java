package parley.domain.file.entity;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/** The message that has a file. */
public record FilePlace(ConversationId conversation, Position pos) {}
