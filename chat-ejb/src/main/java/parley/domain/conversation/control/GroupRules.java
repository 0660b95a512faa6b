package parley.domain.conversation.control;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import parley.domain.conversation.entity.Conversation;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.UserId;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.outbox.entity.OutboxEntry;
import parley.domain.refusal.Refused;

/** Changes the attributes of a group within the caller's transaction, which has locked the conversation. */
public record GroupRules(EntityManager rows) {

    /**
     * Makes what {@code given} changes, and writes the outbox row; empty if it changes nothing.
     *
     * @throws Refused {@code bad_request} if the group cannot have these attributes
     */
    public Optional<GroupChange> change(Conversation group, UserId actor, AttributeChange given, Instant now) {
        var before = group.attributes();
        var after = changed(before, given);
        var change = AttributeChange.between(before, after);
        if (change.isEmpty()) return Optional.empty();
        group.change(after, now);
        return Optional.of(publish(group, actor, change, now));
    }

    /** @param change null for a new group, whose attributes have no record in the conversation */
    public GroupChange publish(Conversation group, UserId actor, AttributeChange change, Instant now) {
        var entry = OutboxEntry.group(group.id(), actor, group.attributes(), change, group.version(), now);
        rows.persist(entry);
        // Otherwise the rows of the first members, which are flushed together with it, may come before it.
        rows.flush();
        return (GroupChange) entry.change();
    }

    private static GroupAttributes changed(GroupAttributes before, AttributeChange given) {
        try {
            return before.with(given);
        } catch (IllegalArgumentException invalid) {
            throw Refused.invalid(Map.of("title", invalid.getMessage()));
        }
    }
}
