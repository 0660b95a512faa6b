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
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.outbox.boundary.Outbox;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.membership.MembershipPublisher;
import parley.web.platform.database.FakeDatabase;

class OutboxRelayTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    private final FakeDatabase database = new FakeDatabase();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final List<MembershipChange> outbox = new ArrayList<>();
    private final List<UserId> known = new ArrayList<>();
    private final List<LogEntry> ordered = new ArrayList<>();
    private Refused refusal;
    private Refused guardRefuses;
    private boolean membersTopicFails;

    private final OutboxRelay relay = new OutboxRelay(
            database,
            new Outbox() {
                @Override
                public int relay(int limit, Consumer<List<MembershipChange>> sender) {
                    var some = List.copyOf(outbox.subList(0, Math.min(limit, outbox.size())));
                    if (some.isEmpty()) return 0;
                    sender.accept(some);
                    outbox.removeAll(some);
                    return some.size();
                }
            },
            new MembershipPublisher() {
                @Override
                public CompletionStage<Void> send(ConversationId conversation, UserId user, Role role, long version) {
                    if (membersTopicFails) return CompletableFuture.failedFuture(new IllegalStateException("away"));
                    known.add(user);
                    return CompletableFuture.completedFuture(null);
                }
            },
            new ConversationOrder() {
                @Override
                public CompletionStage<Void> append(LogEntry.Event change) {
                    ordered.add(change);
                    return refusal == null
                            ? CompletableFuture.completedFuture(null)
                            : CompletableFuture.failedFuture(refusal);
                }

                @Override
                public CompletionStage<Void> readBack(EntryKey key) {
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

    private void run() {
        relay.wake();
        while (!work.isEmpty()) work.remove().run();
    }

    private static MembershipChange change(long user) {
        return new MembershipChange(
                new ConversationId(7), new UserId(user), new UserId(1), Role.MEMBER, 1, true, Cid.at(TIME));
    }
}
