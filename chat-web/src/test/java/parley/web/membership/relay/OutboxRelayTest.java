package parley.web.membership.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.conversation.boundary.Conversations;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.EventDetail;
import parley.domain.outbox.boundary.Outbox;
import parley.domain.outbox.entity.BlockChange;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.outbox.entity.OutboxChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.codec.BlockState;
import parley.log.codec.GroupState;
import parley.log.codec.MembershipState;
import parley.log.rule.EntryKey;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.membership.BlockPublisher;
import parley.web.membership.GroupPublisher;
import parley.web.membership.MembershipPublisher;
import parley.web.membership.NodeMemberships;
import parley.web.platform.database.FakeDatabase;

class OutboxRelayTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final ConversationId TALK = new ConversationId(7);
    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);
    /** Where the log has the records. */
    private static final Position AT = new Position(41);

    private final FakeDatabase database = new FakeDatabase();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final List<OutboxChange> outbox = new ArrayList<>();
    private final List<UserId> known = new ArrayList<>();
    private final List<LogEntry> ordered = new ArrayList<>();
    private Refused refusal;
    private Refused guardRefuses;
    private boolean membersTopicFails;
    private boolean isRepeat;
    private Position at = AT;

    private final List<MembershipState> states = new ArrayList<>();
    private final List<GroupState> groups = new ArrayList<>();
    private final List<BlockState> blocks = new ArrayList<>();

    private final MembershipPublisher memberStates = new MembershipPublisher() {
        @Override
        public CompletionStage<Void> send(MembershipState state) {
            if (membersTopicFails) return CompletableFuture.failedFuture(new IllegalStateException("away"));
            known.add(state.user());
            states.add(state);
            return CompletableFuture.completedFuture(null);
        }
    };

    private final NodeMemberships members = new NodeMemberships(new Conversations(), database, memberStates);

    private final OutboxRelay relay = new OutboxRelay(
            database,
            new Outbox() {
                @Override
                public int relay(int limit, Consumer<List<OutboxChange>> sender) {
                    var some = List.copyOf(outbox.subList(0, Math.min(limit, outbox.size())));
                    if (some.isEmpty()) return 0;
                    sender.accept(some);
                    outbox.removeAll(some);
                    return some.size();
                }
            },
            new ChangePublisher(
                    memberStates,
                    new GroupPublisher() {
                        @Override
                        public CompletionStage<Void> send(GroupState state) {
                            groups.add(state);
                            return CompletableFuture.completedFuture(null);
                        }
                    },
                    new BlockPublisher() {
                        @Override
                        public CompletionStage<Void> send(BlockState state) {
                            blocks.add(state);
                            return CompletableFuture.completedFuture(null);
                        }
                    }),
            members,
            new ConversationOrder() {
                @Override
                public CompletionStage<Position> append(LogEntry.Event change) {
                    ordered.add(change);
                    if (!isRepeat && change.detail() instanceof EventDetail.MemberChanged member)
                        members.apply(change.conversation(), member, at);
                    return refusal == null
                            ? CompletableFuture.completedFuture(at)
                            : CompletableFuture.failedFuture(refusal);
                }

                @Override
                public CompletionStage<Position> readBack(EntryKey key) {
                    throw new UnsupportedOperationException();
                }
            },
            work::add,
            new LogIdentityCheck() {
                @Override
                public void require() {
                    if (guardRefuses != null) throw guardRefuses;
                }
            });

    @Test
    void changes_are_written_to_both_topics_and_removed_from_the_outbox() {
        for (int user = 1; user <= 3; user++) outbox.add(change(user));
        run();
        assertThat(known).extracting(UserId::value).containsExactly(1L, 2L, 3L);
        assertThat(ordered).extracting(LogEntry::cid).hasSize(3).doesNotHaveDuplicates();
        assertThat(outbox).isEmpty();
        assertThat(relay.isRunning()).isFalse();
    }

    @Test
    void a_record_carries_the_cid_of_its_outbox_entry_so_that_sending_it_again_is_a_repeat() {
        var change = change(1);
        outbox.add(change);
        refusal = new Refused(Refusal.UNAVAILABLE, "the log is down");
        run();
        refusal = null;
        run();
        assertThat(ordered).extracting(LogEntry::cid).containsExactly(change.cid(), change.cid());
    }

    @Test
    void changes_that_the_log_did_not_take_stay_in_the_outbox() {
        outbox.add(change(1));
        refusal = new Refused(Refusal.UNAVAILABLE, "the log is down");
        run();
        assertThat(outbox).hasSize(1);
        refusal = null;
        membersTopicFails = true;
        run();
        assertThat(outbox).hasSize(1);
        membersTopicFails = false;
        run();
        assertThat(outbox).isEmpty();
    }

    @Test
    void nothing_is_sent_to_a_log_that_the_database_does_not_know() {
        outbox.add(change(1));
        guardRefuses = new Refused(Refusal.UNAVAILABLE, "another log");
        run();
        assertThat(known).isEmpty();
        assertThat(database.calls).isZero();
        assertThat(relay.isRunning()).isFalse();
    }

    @Test
    void one_run_sends_more_than_a_batch() {
        for (int user = 1; user <= 450; user++) outbox.add(change(user));
        run();
        assertThat(outbox).isEmpty();
        assertThat(database.calls).isEqualTo(3);
    }

    @Test
    void a_wake_up_before_the_run_starts_no_second_run() {
        relay.wake();
        relay.wake();
        assertThat(work).hasSize(1);
    }

    @ParameterizedTest(name = "record read before this node started: {0}")
    @ValueSource(booleans = {false, true})
    void the_membership_of_a_limited_member_is_published_again_with_its_position(boolean isAppendedByOther) {
        isRepeat = isAppendedByOther;
        outbox.add(new MembershipChange(TALK, KIM, ADA, Role.MEMBER, 3, true, Cid.at(TIME), 3));
        run();
        assertThat(states)
                .containsExactly(
                        new MembershipState(TALK, KIM, Role.MEMBER, 3, 3, ReadLimit.NOTHING),
                        new MembershipState(TALK, KIM, Role.MEMBER, 3, 3, AT));
    }

    @Test
    void another_role_does_not_move_the_position_of_joining() {
        outbox.add(new MembershipChange(TALK, KIM, ADA, Role.MEMBER, 3, true, Cid.at(TIME), 3));
        run();
        states.clear();
        isRepeat = true;
        at = new Position(50);
        outbox.add(new MembershipChange(TALK, KIM, ADA, Role.MODERATOR, 4, true, Cid.at(TIME), 3));
        run();
        assertThat(states.getLast()).isEqualTo(new MembershipState(TALK, KIM, Role.MODERATOR, 4, 3, AT));
    }

    @Test
    void a_change_of_a_group_is_published_whole_and_recorded_with_what_changed() {
        var state = GroupAttributes.titled("Boilers");
        var change = AttributeChange.to(state);
        outbox.add(new GroupChange(TALK, ADA, state, change, 2, Cid.at(TIME)));
        run();
        assertThat(groups).containsExactly(new GroupState(TALK, state, 2));
        assertThat(ordered)
                .extracting(entry -> ((LogEntry.Event) entry).detail())
                .containsExactly(new EventDetail.GroupChanged(change, 2));
    }

    @Test
    void a_new_group_and_a_block_have_no_record_in_a_conversation() {
        outbox.add(new GroupChange(TALK, ADA, GroupAttributes.titled("Boilers"), null, 1, null));
        outbox.add(new BlockChange(ADA, KIM, true, 9));
        run();
        assertThat(groups).hasSize(1);
        assertThat(blocks).containsExactly(new BlockState(ADA, KIM, true, 9));
        assertThat(ordered).isEmpty();
        assertThat(outbox).isEmpty();
    }

    private void run() {
        relay.wake();
        while (!work.isEmpty()) work.remove().run();
    }

    private static MembershipChange change(long user) {
        return new MembershipChange(TALK, new UserId(user), ADA, Role.MEMBER, 1, true, Cid.at(TIME), 0);
    }
}
