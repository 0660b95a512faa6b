package parley.domain.conversation.entity;

import java.time.Instant;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;

/**
 * What operators may know of a conversation.
 *
 * @param publicTitle null unless everybody can find it
 * @param messages how many are stored
 */
public record ConversationSummary(
        ConversationId id,
        ConversationKind kind,
        String publicTitle,
        Visibility visibility,
        boolean archived,
        int memberCount,
        long messages,
        Instant createdAt,
        Instant lastAt) {}
