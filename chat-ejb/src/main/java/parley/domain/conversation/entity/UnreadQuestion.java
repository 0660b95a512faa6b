package parley.domain.conversation.entity;

import java.util.Set;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/**
 * Asks the database what a member has not read.
 *
 * @param partition of the conversation
 * @param entered null if the place is after the record with which the reader joined. Otherwise that record's position as
 *     far as the log says, or 0: mentions before it do not count
 * @param mayHaveSent whether messages of the member's own may be after the place
 * @param revoked messages after the place that are not to be counted, because the log has a revoke that may not be stored
 * @param edited messages after the place whose mentions are not to be counted, because the log has an edit that may not
 *     be stored
 */
public record UnreadQuestion(
        UserId reader,
        ConversationId conversation,
        int partition,
        Position place,
        Position entered,
        boolean mayHaveSent,
        Set<Position> revoked,
        Set<Position> edited) {}
