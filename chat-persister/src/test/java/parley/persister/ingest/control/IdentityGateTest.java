package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.log.topic.AnotherLog;
import parley.log.topic.LogConfirmation;
import parley.log.topic.LogIdentity;
import parley.persister.store.entity.BatchCounts;
import parley.persister.store.entity.WriteResult;

class IdentityGateTest {

    private static final LogIdentity LOG = new LogIdentity("one", 12, 0);

    private final List<Long> written = new ArrayList<>();
    private LogIdentity has = LOG;
    private int asked;
    private long nanos;
    private final IdentityGate gate = new IdentityGate(
            records -> {
                written.addAll(Records.offsets(records));
                return new WriteResult.Stored(100, BatchCounts.NOTHING);
            },
            new LogConfirmation(
                    LOG,
                    () -> {
                        asked++;
                        return has;
                    },
                    () -> nanos));

    @Test
    void while_offsets_follow_each_other_the_broker_is_asked_every_few_seconds() {
        for (int i = 0; i < 100; i++) {
            nanos += Duration.ofMillis(100).toNanos();
            gate.handle(Records.range(i, i + 1));
        }
        assertThat(asked).isBetween(2, 3);
    }

    @Test
    void where_offsets_go_back_nothing_is_written_before_the_broker_has_said_again_which_topic_it_is() {
        gate.handle(Records.range(50, 60));
        has = new LogIdentity("two", 12, 0);
        nanos++;
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> gate.handle(Records.range(0, 5)));
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> gate.handle(Records.range(60, 61)));
        assertThat(written).containsExactlyElementsOf(Records.offsets(Records.range(50, 60)));
    }

    @Test
    void what_comes_again_of_the_same_log_is_passed_on() {
        gate.handle(Records.range(0, 5));
        nanos++;
        assertThat(gate.handle(Records.range(0, 5))).isEqualTo(new WriteResult.Stored(100, BatchCounts.NOTHING));
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void while_it_is_held_nothing_is_written() {
        gate.hold("the log ends before what is stored");
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> gate.handle(Records.range(0, 5)));
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(gate::requireNow);
        gate.hold(null);
        gate.handle(Records.range(0, 5));
        assertThat(written).hasSize(5);
    }
}
