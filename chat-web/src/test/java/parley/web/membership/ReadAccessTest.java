package parley.web.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.Participant;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.HistoryAccess;
import parley.domain.group.ReadLimit;
import parley.domain.group.Visibility;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.refusal.Refused;
import parley.web.platform.database.FakeDatabase;

class ReadAccessTest {

    private static final ConversationId TALK = new ConversationId(7);
    private static final UserId ADA = new UserId(1);
    private static final Position JOINED = new Position(41);
    private static final GroupAttributes OPEN = GroupAttributes.titled("talk");
    private static final GroupAttributes LIMITED =
            OPEN.with(new AttributeChange(null, null, null, null, null, HistoryAccess.JOINED));

    private final FakeDatabase database = new FakeDatabase();
    private Participant stored;

    private final Conversations conversations = new Conversations() {
        @Override
        public Optional<Participant> participant(ConversationId id, UserId user) {
            return Optional.ofNullable(stored);
        }

        @Override
        public Set<ConversationId> ofMember(UserId user, Set<ConversationId> among) {
            return stored == null ? Set.of() : among;
        }
    };

    private final NodeMemberships members = new NodeMemberships(conversations, database, new MembershipPublisher());
    private final NodeGroups groups = new NodeGroups(new GroupPublisher());
    private final ReadAccess access = new ReadAccess(members, groups, conversations, database);

    @Test
    void the_database_decides_about_requests_or_the_node_while_it_is_down() {
        joins(0);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> access.requireByDatabase(TALK, ADA));
        database.down = true;
        assertThat(access.requireByDatabase(TALK, ADA)).isEqualTo(ReadLimit.NONE);
    }

    @Test
    void the_database_knows_who_has_left_before_the_node_reads_it() {
        joins(0);
        assertThat(access.stillMember(ADA, Set.of(TALK))).isEmpty();
        database.down = true;
        assertThat(access.stillMember(ADA, Set.of(TALK))).containsExactly(TALK);
    }

    @Test
    void a_stranger_gets_the_same_answer_as_for_a_conversation_that_does_not_exist() {
        stored = participant(null, ReadLimit.NONE, OPEN);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> access.requireByDatabase(TALK, ADA))
                .withMessage(NodeMemberships.notThere(TALK).getMessage());
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> access.requireKnown(TALK, ADA))
                .withMessage(NodeMemberships.notThere(TALK).getMessage());
    }

    @Test
    void the_node_knows_the_record_of_joining_before_the_database_has_it() {
        joins(3);
        stored = participant(Role.MEMBER, ReadLimit.NOTHING, LIMITED);
        assertThat(access.requireByDatabase(TALK, ADA)).isEqualTo(JOINED);
        stored = participant(Role.MEMBER, new Position(5), LIMITED);
        assertThat(access.requireByDatabase(TALK, ADA)).isEqualTo(new Position(5));
    }

    @Test
    void a_limit_holds_until_the_node_knows_that_the_group_has_none() {
        joins(3);
        assertThat(access.ofMember(TALK, ADA)).isEqualTo(JOINED);
        group(LIMITED, 1);
        assertThat(access.ofMember(TALK, ADA)).isEqualTo(JOINED);
        group(OPEN, 2);
        assertThat(access.ofMember(TALK, ADA)).isEqualTo(ReadLimit.NONE);
    }

    @Test
    void a_limit_holds_while_the_node_knows_only_a_change_of_the_group() {
        joins(3);
        var topic = new AttributeChange(null, "engines", null, null, null, null);
        groups.apply(TALK, new EventDetail.GroupChanged(topic, 5));
        assertThat(access.ofMember(TALK, ADA)).isEqualTo(JOINED);
        assertThat(access.requireKnown(TALK, ADA)).isEqualTo(JOINED);
    }

    @Test
    void everybody_reads_a_public_group_that_the_node_knows() {
        group(OPEN.with(new AttributeChange(null, null, Visibility.PUBLIC, null, null, null)), 1);
        assertThat(access.requireKnown(TALK, ADA)).isEqualTo(ReadLimit.NONE);
        group(LIMITED.with(new AttributeChange(null, null, Visibility.PUBLIC, null, null, null)), 2);
        assertThat(access.requireKnown(TALK, ADA)).isEqualTo(ReadLimit.NOTHING);
    }

    /** @param joinedVersion 0 for a member without limit */
    private void joins(long joinedVersion) {
        members.apply(TALK, new EventDetail.MemberChanged(ADA, Role.MEMBER, 3, true, joinedVersion), JOINED);
    }

    private void group(GroupAttributes attributes, long version) {
        groups.apply(new GroupChange(TALK, ADA, attributes, null, version, null));
    }

    private static Participant participant(Role role, Position joined, GroupAttributes attributes) {
        return new Participant(ConversationKind.GROUP, role, joined, attributes, 2);
    }
}
