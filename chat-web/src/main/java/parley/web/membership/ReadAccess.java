package parley.web.membership;

import java.util.Optional;
import java.util.Set;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.Participant;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** From which position on a user may read a conversation, by the database or by what this node knows. */
public final class ReadAccess {

    private final NodeMemberships members;
    private final NodeGroups groups;
    private final Conversations conversations;
    private final DatabaseGateway database;

    public ReadAccess(
            NodeMemberships members, NodeGroups groups, Conversations conversations, DatabaseGateway database) {
        this.members = members;
        this.groups = groups;
        this.conversations = conversations;
        this.database = database;
    }

    /**
     * Asks the database; checks what this node knows if the database is down.
     *
     * @throws Refused {@code not_found} if the user may not read the conversation, as if it did not exist
     */
    public Position requireByDatabase(ConversationId conversation, UserId reader) {
        Position from;
        try {
            from = database.quick(() -> conversations.participant(conversation, reader))
                    .flatMap(Participant::readFrom)
                    .orElseThrow(() -> NodeMemberships.notThere(conversation));
        } catch (DatabaseUnavailable down) {
            return requireKnown(conversation, reader);
        }
        return resolve(from, conversation, reader);
    }

    /**
     * Those of these conversations that a user is still a member of: a node does not know who has left while it cannot
     * read the log. All of them if the database is down.
     *
     * @param known of which this node knows that the user is a member
     */
    public Set<ConversationId> stillMember(UserId user, Set<ConversationId> known) {
        if (known.isEmpty()) return known;
        try {
            return database.quick(() -> conversations.ofMember(user, known));
        } catch (DatabaseUnavailable down) {
            return known;
        }
    }

    /**
     * Checks only what this node knows, for callers whose query was not answered.
     *
     * @throws Refused {@code not_found}
     */
    public Position requireKnown(ConversationId conversation, UserId reader) {
        return known(conversation, reader).orElseThrow(() -> NodeMemberships.notThere(conversation));
    }

    /** Empty if the user may not read the conversation, as far as this node knows. */
    public Optional<Position> known(ConversationId conversation, UserId reader) {
        if (members.role(conversation, reader).isPresent()) return Optional.of(ofMember(conversation, reader));
        return groups.find(conversation).flatMap(group -> ReadLimit.of(null, ReadLimit.NONE, group));
    }

    /** What the database does not have yet: until the persister has stored the record of joining, only nodes know it. */
    public Position resolve(Position byDatabase, ConversationId conversation, UserId reader) {
        boolean isUnknown = byDatabase.equals(ReadLimit.NOTHING);
        return isUnknown && members.role(conversation, reader).isPresent()
                ? ofMember(conversation, reader)
                : byDatabase;
    }

    /**
     * Where a member begins to read; as long as this node does not know whether the group limits it, the record of
     * joining.
     */
    public Position ofMember(ConversationId conversation, UserId member) {
        var joined = members.joined(conversation, member).orElse(ReadLimit.NONE);
        if (joined.equals(ReadLimit.NONE)) return joined;
        return groups.find(conversation)
                .map(group -> ReadLimit.ofMember(joined, group.history()))
                .orElse(joined);
    }
}
