package parley.web.message.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.Participant;
import parley.domain.group.GroupAction;
import parley.domain.group.GroupPermissions;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.membership.NodeMemberships;
import parley.web.membership.ReadAccess;
import parley.web.message.history.MessageLookup;
import parley.web.platform.database.DatabaseGateway;

/** What the caller is in a conversation, for calls that need the database anyway. */
@ApplicationScoped
class ParticipantLookup {

    @Inject
    DatabaseGateway database;

    @Inject
    Conversations conversations;

    @Inject
    ReadAccess readers;

    @Inject
    MessageLookup messages;

    /** @throws Refused {@code not_found} if {@code user} is not a member */
    Participant member(ConversationId conversation, UserId user) {
        return database.needed(() -> conversations.participant(conversation, user))
                .filter(participant -> participant.role() != null)
                .orElseThrow(() -> NodeMemberships.notThere(conversation));
    }

    /**
     * @throws Refused {@code not_found} if {@code user} is not a member; {@code conflict} for a direct conversation;
     *     {@code forbidden} if the role does not suffice
     */
    Participant member(ConversationId conversation, UserId user, GroupAction action) {
        var member = member(conversation, user);
        if (member.kind() == ConversationKind.DIRECT) {
            throw new Refused(
                    Refusal.CONFLICT, "A direct conversation has no moderators. You can block the other person.");
        }
        new GroupPermissions(member.role(), member.attributes()).require(action);
        return member;
    }

    /** @throws Refused {@code not_found} if there is no message that the member may read */
    MessageView message(ConversationId conversation, UserId user, Participant member, Position pos) {
        var from = readers.resolve(member.readFrom().orElseThrow(), conversation, user);
        if (from.isAfter(pos)) throw MessageLookup.notThere(pos);
        return messages.require(conversation, pos);
    }
}
