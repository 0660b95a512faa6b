package parley.web.membership;

import parley.domain.group.GroupAction;
import parley.domain.group.GroupAttributes;
import parley.domain.group.GroupPermissions;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

/** What a member may do in a conversation, as far as this node knows. It never asks the database. */
public final class NodePermissions {

    private final NodeMemberships members;
    private final NodeGroups groups;
    private final NodeBlocks blocks;

    public NodePermissions(NodeMemberships members, NodeGroups groups, NodeBlocks blocks) {
        this.members = members;
        this.groups = groups;
        this.blocks = blocks;
    }

    /**
     * @param role of {@code actor}
     * @throws Refused {@code forbidden}, also to a user whom the other one of a direct conversation has blocked;
     *     {@code conflict} if the group is archived
     */
    public void require(GroupAction action, ConversationId conversation, UserId actor, Role role) {
        var group = groups.find(conversation);
        new GroupPermissions(role, group.orElse(GroupAttributes.DEFAULT)).require(action);
        if (group.isPresent() || !reachesTheOther(action)) return;
        members.otherOfTwo(conversation, actor)
                .filter(other -> blocks.hasBlocked(other, actor))
                .ifPresent(other -> {
                    throw new Refused(Refusal.FORBIDDEN, "You cannot write to this person.");
                });
    }

    private static boolean reachesTheOther(GroupAction action) {
        return action == GroupAction.SEND || action == GroupAction.EDIT || action == GroupAction.REACT;
    }
}
