package parley.web.membership;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAction;
import parley.domain.group.GroupAttributes;
import parley.domain.group.Posting;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.entity.BlockChange;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.database.FakeDatabase;

/** Nothing here has a database. */
class NodePermissionsTest {

    private static final ConversationId TALK = new ConversationId(7);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final NodeMemberships members =
            new NodeMemberships(new Conversations(), new FakeDatabase(), new MembershipPublisher());
    private final NodeGroups groups = new NodeGroups(new GroupPublisher());
    private final NodeBlocks blocks = new NodeBlocks(new BlockPublisher());
    private final NodePermissions permissions = new NodePermissions(members, groups, blocks);

    @BeforeEach
    void two_members() {
        for (var user : new UserId[] {ADA, KIM})
            members.apply(TALK, new EventDetail.MemberChanged(user, Role.MEMBER, 1, false), new Position(0));
    }

    @Test
    void a_blocked_user_cannot_write_in_the_direct_conversation_until_the_block_is_lifted() {
        blocks.apply(new BlockChange(ADA, KIM, true, 4));
        for (var action : new GroupAction[] {GroupAction.SEND, GroupAction.EDIT, GroupAction.REACT})
            refused(Refusal.FORBIDDEN, action, KIM);
        allowed(GroupAction.REVOKE_OWN, KIM);
        allowed(GroupAction.SEND, ADA);
        blocks.apply(new BlockChange(ADA, KIM, false, 5));
        allowed(GroupAction.SEND, KIM);
    }

    @Test
    void a_block_has_no_effect_in_a_group_of_two() {
        group(GroupAttributes.titled("two"), 1);
        blocks.apply(new BlockChange(ADA, KIM, true, 4));
        allowed(GroupAction.SEND, KIM);
    }

    @Test
    void an_older_state_of_a_block_changes_nothing() {
        blocks.apply(new BlockChange(ADA, KIM, false, 5));
        blocks.apply(new BlockChange(ADA, KIM, true, 4));
        allowed(GroupAction.SEND, KIM);
    }

    @Test
    void the_attributes_of_the_group_decide() {
        var announcements = GroupAttributes.titled("news")
                .with(new AttributeChange(null, null, null, Posting.MODERATORS, null, null));
        group(announcements, 1);
        refused(Refusal.FORBIDDEN, GroupAction.SEND, KIM);
        group(announcements.with(new AttributeChange(null, null, null, null, true, null)), 2);
        refused(Refusal.CONFLICT, GroupAction.REACT, KIM);
    }

    private void group(GroupAttributes attributes, long version) {
        groups.apply(new GroupChange(TALK, ADA, attributes, null, version, null));
    }

    private void allowed(GroupAction action, UserId actor) {
        assertThatCode(() -> permissions.require(action, TALK, actor, Role.MEMBER))
                .doesNotThrowAnyException();
    }

    private void refused(Refusal why, GroupAction action, UserId actor) {
        assertThatExceptionOfType(Refused.class)
                .as(action.name())
                .isThrownBy(() -> permissions.require(action, TALK, actor, Role.MEMBER))
                .matches(refused -> refused.why() == why);
    }
}
