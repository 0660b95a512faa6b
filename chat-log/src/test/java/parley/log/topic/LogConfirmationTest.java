package parley.log.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class LogConfirmationTest {

    private static final LogIdentity LOG = new LogIdentity("one", 12, 0);
    private static final Duration RECENTLY = Duration.ofSeconds(5);

    private LogIdentity has = LOG;
    private KafkaException fails;
    private int asked;
    private long nanos;
    private final LogConfirmation confirmation = new LogConfirmation(LOG, this::identity, () -> nanos);

    @Test
    void an_answer_counts_for_a_while() {
        confirmation.require(RECENTLY);
        nanos += RECENTLY.toNanos();
        confirmation.require(RECENTLY);
        assertThat(asked).isEqualTo(1);
        nanos++;
        confirmation.require(RECENTLY);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void a_new_answer_is_asked_for_where_none_may_be_older() {
        confirmation.require(RECENTLY);
        nanos++;
        confirmation.require(Duration.ZERO);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void another_log_is_noticed_and_stays_another() {
        confirmation.require(RECENTLY);
        has = new LogIdentity("two", 12, 0);
        nanos += Duration.ofSeconds(6).toNanos();
        assertThatExceptionOfType(AnotherLog.class)
                .isThrownBy(() -> confirmation.require(RECENTLY))
                .withMessageContaining("topic two");
        has = LOG;
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> confirmation.require(Duration.ZERO));
        assertThat(confirmation.fault()).contains("topic two");
        assertThat(confirmation.isAnother()).isTrue();
    }

    @Test
    void a_broker_that_does_not_say_confirms_nothing_but_may_do_so_later() {
        fails = new TimeoutException("hangs");
        assertThatExceptionOfType(AnotherLog.class).isThrownBy(() -> confirmation.require(RECENTLY));
        confirmation.look();
        assertThat(confirmation.fault()).isNull();
        fails = null;
        confirmation.require(RECENTLY);
    }

    @Test
    void a_topic_that_is_gone_is_a_fault_until_it_is_back() {
        fails = new UnknownTopicOrPartitionException("gone");
        confirmation.look();
        assertThat(confirmation.fault()).isEqualTo("the topic chat_messages is not there");
        fails = null;
        confirmation.look();
        assertThat(confirmation.fault()).isNull();
    }

    private LogIdentity identity() throws ExecutionException {
        asked++;
        if (fails != null) throw new ExecutionException(fails);
        return has;
    }
}
