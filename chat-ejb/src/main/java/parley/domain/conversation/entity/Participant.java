package parley.domain.conversation.entity;

import java.util.Optional;
import parley.domain.group.GroupAttributes;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Position;
import parley.domain.identity.Role;

/**
 * What a user is in a conversation, according to the database.
 *
 * @param role null if the user is not a member
 * @param joined where the membership began, if the group limits what new members read
 */
public record Participant(
        ConversationKind kind, Role role, Position joined, GroupAttributes attributes, int memberCount) {

    /** From which position on the user may read; empty if the user must not know that the conversation exists. */
    public Optional<Position> readFrom() {
        return ReadLimit.of(role, joined, attributes);
    }
}
