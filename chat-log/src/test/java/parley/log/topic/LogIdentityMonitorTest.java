package parley.log.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import parley.domain.log.entity.LogPosition;

/** The contract that chat nodes and persisters rely on. */
class LogIdentityMonitorTest {

    private static final LogIdentity LOG = new LogIdentity("one", 12, 0);
    private static final LogIdentity OTHER = new LogIdentity("two", 12, 0);
    private static final Duration RECENTLY = Duration.ofSeconds(5);

    private LogIdentity current = LOG;
    private KafkaException failure;
    private int requests;
    private long nanos;
    private final LogIdentityMonitor monitor = new LogIdentityMonitor(LOG, this::identity, () -> nanos);

    @Test
    void a_confirmation_is_valid_up_to_its_maximum_age() {
        monitor.require(RECENTLY);
        nanos += RECENTLY.toNanos();
        monitor.require(RECENTLY);
        assertThat(requests).isEqualTo(1);
        nanos++;
        monitor.require(RECENTLY);
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void a_maximum_age_of_zero_asks_the_broker_again() {
        monitor.require(RECENTLY);
        nanos++;
        monitor.require(Duration.ZERO);
        assertThat(requests).isEqualTo(2);
    }

    @Test
    void a_replaced_log_is_detected_and_stays_replaced() {
        monitor.require(RECENTLY);
        current = OTHER;
        nanos += Duration.ofSeconds(6).toNanos();
        assertThatExceptionOfType(AnotherLog.class)
                .isThrownBy(() -> monitor.require(RECENTLY))
                .withMessageContaining("topic two");
        current = LOG;
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> monitor.require(Duration.ZERO));
        assertThat(monitor.fault()).contains("topic two");
        assertThat(monitor.isReplaced()).isTrue();
    }

    @Test
    void an_identity_that_the_caller_read_counts_like_an_answer_to_the_monitor() {
        monitor.require(RECENTLY);
        monitor.observe(LOG);
        assertThat(monitor.fault()).isNull();
        monitor.observe(OTHER);
        assertThatExceptionOfType(AnotherLog.class)
                .isThrownBy(() -> monitor.require(RECENTLY))
                .withMessageContaining("topic two");
        assertThat(monitor.isReplaced()).isTrue();
    }

    @Test
    void the_first_reason_for_a_replaced_log_is_kept() {
        monitor.markReplaced("partition 3 was truncated");
        monitor.observe(OTHER);
        assertThat(monitor.fault()).isEqualTo("partition 3 was truncated");
    }

    @Test
    void a_broker_that_does_not_answer_confirms_nothing_and_may_answer_later() {
        failure = new TimeoutException("hangs");
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> monitor.require(RECENTLY));
        monitor.refresh();
        assertThat(monitor.fault()).isNull();
        failure = null;
        monitor.require(RECENTLY);
    }

    @Test
    void a_missing_topic_is_a_fault_until_it_is_back() {
        failure = new UnknownTopicOrPartitionException("gone");
        monitor.refresh();
        assertThat(monitor.fault()).isEqualTo("the topic chat_messages does not exist");
        assertThat(monitor.isReplaced()).isFalse();
        failure = null;
        monitor.refresh();
        assertThat(monitor.fault()).isNull();
    }

    @Test
    void a_log_that_does_not_match_the_database_is_rejected_without_a_request_until_it_matches() {
        monitor.require(RECENTLY);
        var stored = List.of(storedUpTo(10));
        monitor.compare(stored, Map.of(0, 9L));
        assertThat(monitor.fault()).contains("ends at 9");
        assertThat(monitor.isReplaced()).isFalse();
        assertThatExceptionOfType(AnotherLog.class)
                .isThrownBy(() -> monitor.require(Duration.ZERO))
                .withMessageContaining("ends at 9");
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> monitor.require(RECENTLY));
        assertThat(requests).isEqualTo(1);
        monitor.compare(stored, Map.of(0, 10L));
        assertThat(monitor.fault()).isNull();
        monitor.require(RECENTLY);
    }

    private static LogPosition storedUpTo(long nextOffset) {
        var position = new LogPosition(0, LOG.topicId(), LOG.epoch());
        position.moveTo(nextOffset);
        return position;
    }

    private LogIdentity identity() throws ExecutionException {
        requests++;
        if (failure != null) throw new ExecutionException(failure);
        return current;
    }
}
