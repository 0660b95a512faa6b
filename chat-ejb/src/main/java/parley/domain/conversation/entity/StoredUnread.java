package parley.domain.conversation.entity;

import java.util.Set;
import parley.domain.identity.Position;

/**
 * What the database has after a place of a conversation.
 *
 * @param place the place that was asked for
 * @param next everything before it is in the count, as far as it was stored; nothing from it on is
 * @param revoked messages that are not in the count, although their revoke may be later than {@code next}
 * @param edited messages that are not among the counted mentions, because of a later edit
 * @param entered mentions up to here do not count, because the reader joined there; 0 if that is not after the place
 */
public record StoredUnread(
        Position place,
        Position next,
        UnreadCount count,
        Set<Position> revoked,
        Set<Position> edited,
        Position entered) {}
