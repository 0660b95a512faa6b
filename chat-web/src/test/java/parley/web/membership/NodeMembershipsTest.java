package parley.web.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.refusal.Refused;
import parley.log.codec.MembershipState;
import parley.web.platform.database.FakeDatabase;

class NodeMembershipsTest {

    private static final ConversationId TALK = new ConversationId(7);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final Map<UserId, Role> rows = new HashMap<>();
    private final List<Long> written = new ArrayList<>();
    private final List<MembershipState> states = new ArrayList<>();
    private final FakeDatabase database = new FakeDatabase();
    private final NodeMemberships members = new NodeMemberships(
            new Conversations() {
                @Override
                public Optional<Role> role(ConversationId id, UserId user) {
                    return Optional.ofNullable(rows.get(user));
                }
            },
            database,
            new MembershipPublisher() {
                @Override
                public CompletionStage<Void> send(MembershipState state) {
                    written.add(state.version());
                    states.add(state);
                    return CompletableFuture.completedFuture(null);
                }
            });

    @Test
    void a_known_member_needs_no_query() {
        announce(ADA, "owner", 1);
        members.require(TALK, ADA);
        assertThat(database.calls).isZero();
        assertThat(members.conversationsOf(ADA)).containsExactly(TALK);
        assertThat(members.roles(TALK)).containsOnly(Map.entry(ADA, Role.OWNER));
    }

    @Test
    void an_unknown_user_is_looked_up_in_the_database_once_before_the_refusal() {
        rows.put(KIM, Role.MEMBER);
        members.require(TALK, KIM);
        assertThat(database.calls).isEqualTo(1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> members.require(TALK, ADA))
                .matches(why -> why.why().code().equals("not_found"));
    }

    @Test
    void a_stranger_gets_the_same_answer_as_for_a_conversation_that_does_not_exist() {
        announce(KIM, "owner", 1);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> members.require(TALK, ADA))
                .withMessage(NodeMemberships.notThere(TALK).getMessage());
    }

    @Test
    void a_failed_lookup_tells_the_user_to_retry() {
        database.down = true;
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> members.require(TALK, ADA))
                .matches(why -> why.why().code().equals("unavailable"));
    }

    @Test
    void a_lower_version_never_replaces_a_higher_one() {
        announce(ADA, "owner", 3);
        announce(ADA, null, 2);
        assertThat(members.roles(TALK)).containsKey(ADA);
        announce(ADA, null, 4);
        assertThat(members.roles(TALK)).isEmpty();
    }

    @Test
    void a_node_that_reads_a_lower_version_after_a_higher_one_writes_the_higher_again() {
        members.followLog();
        announce(ADA, "owner", 3);
        assertThat(written).isEmpty();
        announce(ADA, "member", 2);
        assertThat(written).containsExactly(3L);
    }

    @Test
    void deliveries_start_and_stop_only_in_log_order() {
        announce(ADA, "owner", 1);
        members.followLog();
        announce(ADA, null, 2);
        announce(KIM, "member", 1);
        assertThat(members.receivers(TALK)).as("who gets what is said").containsExactly(ADA);
        assertThat(members.roles(TALK)).as("who may").containsOnlyKeys(KIM);
        members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 1, true), at(5));
        members.apply(TALK, new EventDetail.MemberChanged(ADA, null, 2, true), at(6));
        assertThat(members.receivers(TALK)).containsExactly(KIM);
        assertThat(members.receives(TALK, ADA)).isFalse();
    }

    @Test
    void the_record_of_joining_tells_from_where_a_limited_member_reads() {
        members.followLog();
        announce(KIM, "member", 3, ",\"joined\":3");
        assertThat(members.joined(TALK, KIM)).contains(ReadLimit.NOTHING);
        members.apply(TALK, new EventDetail.MemberChanged(KIM, Role.MEMBER, 3, true, 3), at(41));
        assertThat(members.joined(TALK, KIM)).contains(at(41));
        announce(KIM, "member", 3, ",\"joined\":3");
        announce(KIM, "moderator", 4, ",\"joined\":3");
        assertThat(members.joined(TALK, KIM)).as("another role").contains(at(41));
        members.publish(new MembershipChange(TALK, KIM, ADA, Role.MEMBER, 3, true, Cid.at(Instant.EPOCH), 3), at(41));
        assertThat(states).containsExactly(new MembershipState(TALK, KIM, Role.MODERATOR, 4, 3, at(41)));
    }

    @Test
    void who_joins_again_reads_from_the_new_record_on() {
        announce(KIM, "member", 3, ",\"joined\":3,\"joinedPos\":41");
        announce(KIM, null, 4);
        announce(KIM, "member", 5, ",\"joined\":5");
        assertThat(members.joined(TALK, KIM)).contains(ReadLimit.NOTHING);
        announce(KIM, "member", 5, ",\"joined\":5,\"joinedPos\":60");
        assertThat(members.joined(TALK, KIM)).contains(at(60));
    }

    @Test
    void only_two_members_without_a_role_of_groups_are_a_direct_conversation() {
        announce(ADA, "member", 1);
        assertThat(members.otherOfTwo(TALK, ADA)).isEmpty();
        announce(KIM, "member", 1);
        assertThat(members.otherOfTwo(TALK, ADA)).contains(KIM);
        announce(KIM, "owner", 2);
        assertThat(members.otherOfTwo(TALK, ADA)).isEmpty();
    }

    private static Position at(long pos) {
        return new Position(pos);
    }

    private void announce(UserId user, String role, long version) {
        announce(user, role, version, "");
    }

    private void announce(UserId user, String role, long version, String more) {
        var json = "{\"conv\":%s,\"user\":%s,\"version\":%d%s%s}"
                .formatted(TALK, user, version, role == null ? "" : ",\"role\":\"" + role + "\"", more);
        members.take(new ConsumerRecord<>("chat_members", 0, 0, TALK + ":" + user, json));
    }
}
