package parley.web.message.admission;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.web.membership.NodeMemberships;

/**
 * Everyone may be mentioned by any member of a small group, but only by those who lead a large one.
 *
 * @param mostMembers the size up to which a group is small
 */
record GroupSizePolicy(NodeMemberships members, int mostMembers) implements EveryonePolicy {

    @Override
    public boolean allows(ConversationId conversation, UserId sender) {
        var roles = members.roles(conversation);
        return roles.size() <= mostMembers || roles.getOrDefault(sender, Role.MEMBER) != Role.MEMBER;
    }
}
