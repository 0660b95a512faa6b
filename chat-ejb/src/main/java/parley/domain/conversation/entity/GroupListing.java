package parley.domain.conversation.entity;

import parley.domain.identity.ConversationId;

/**
 * A public group in the directory.
 *
 * @param topic null if there is none
 * @param joined whether the reader is a member
 */
public record GroupListing(ConversationId id, String title, String topic, int memberCount, boolean joined) {}
