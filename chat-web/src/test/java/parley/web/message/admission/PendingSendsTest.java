package parley.web.message.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;

class PendingSendsTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final AppendResult PLACE = new AppendResult(new Position(42), TIME);

    private final EntryKey key = new EntryKey(TALK, ADA, Cid.at(TIME));
    private final List<Integer> acknowledged = new ArrayList<>();
    private final TestNode.Caller first = new TestNode.Caller();
    private final TestNode.Caller second = new TestNode.Caller();
    private long nanos;
    private final PendingSends pending =
            new PendingSends((place, partition) -> acknowledged.add(partition), () -> nanos);

    @Test
    void only_the_first_caller_sends_the_record() {
        assertThat(pending.join(key, first)).isTrue();
        assertThat(pending.join(key, second)).isFalse();
        assertThat(pending.size()).isEqualTo(1);
    }

    @Test
    void the_first_caller_gets_a_new_message_and_the_others_a_repeat() {
        pending.join(key, first);
        pending.join(key, second);
        pending.onAccepted(3, key, PLACE, null, false);
        assertThat(first.dups).containsExactly(false);
        assertThat(second.dups).containsExactly(true);
        assertThat(acknowledged).as("noted once, with its partition").containsExactly(3);
    }

    @Test
    void a_record_of_another_node_is_a_repeat_for_all_callers() {
        pending.join(key, first);
        pending.onAccepted(3, key, PLACE, null, true);
        assertThat(first.dups).containsExactly(true);
        assertThat(acknowledged).isEmpty();
    }

    @Test
    void a_caller_gets_one_outcome() {
        pending.join(key, first);
        pending.onRepeated(key, PLACE);
        pending.onAccepted(3, key, PLACE, null, false);
        pending.onRefused(key, new Refused(Refusal.UNAVAILABLE, "late"));
        assertThat(first.accepted).hasSize(1);
        assertThat(first.refused).isEmpty();
    }

    @Test
    void after_nine_seconds_the_outcome_is_unknown() {
        pending.join(key, first);
        nanos = PendingSends.TIMEOUT.toNanos();
        pending.expire();
        assertThat(first.refused).isEmpty();
        nanos++;
        pending.expire();
        assertThat(first.refusal()).isEqualTo("unavailable");
        assertThat(pending.size()).isZero();
    }
}
