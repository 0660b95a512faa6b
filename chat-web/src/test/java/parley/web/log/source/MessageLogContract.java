package parley.web.log.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.log.range.RangeLost;
import parley.log.record.LogRecords;

/** The contract of every message log. Each test has partitions 0 and 1 to itself, both empty. */
abstract class MessageLogContract {

    static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Instant ADMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId(7);

    abstract MessageLog log();

    /** Returns when the log has the record. */
    abstract void append(ProducerRecord<String, String> record);

    /** Deletes everything below this offset from the log. */
    abstract void trim(int partition, long below);

    @Test
    void an_empty_partition_ends_at_zero() throws Exception {
        assertThat(log().ends().get()).containsExactly(0, 0);
    }

    @Test
    void the_ends_are_above_every_confirmed_record() throws Exception {
        appendMessage(0, "one");
        appendMessage(0, "two");
        appendMessage(1, "three");
        assertThat(log().ends().get()).containsExactly(2, 1);
    }

    @Test
    void a_range_holds_its_records_in_order_and_excludes_its_end() {
        for (var body : List.of("zero", "one", "two", "three")) appendMessage(0, body);
        appendMessage(1, "elsewhere");
        var range = log().read(0, 1, 3, 100, PATIENCE);
        assertThat(range).extracting(ConsumerRecord::offset).containsExactly(1L, 2L);
        assertThat(range).extracting(record -> bodyOf(record)).containsExactly("one", "two");
    }

    @Test
    void a_range_has_no_more_records_than_its_limit() {
        for (var body : List.of("zero", "one", "two", "three")) appendMessage(0, body);
        assertThat(log().read(0, 0, 4, 2, PATIENCE))
                .extracting(ConsumerRecord::offset)
                .containsExactly(0L, 1L);
    }

    @Test
    void a_record_is_read_as_appended_with_the_append_time() {
        appendMessage(0, "hello");
        var read = log().read(0, 0, 1, 1, PATIENCE).getFirst();
        assertThat(read.key()).isEqualTo(CONVERSATION.toString());
        assertThat(read.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
        var appended = LogRecords.read(read);
        assertThat(appended.admitted()).isEqualTo(ADMITTED);
        assertThat(appended.origin()).isEqualTo("a node");
        assertThat(appended.appendedAt()).isAfter(ADMITTED);
    }

    @Test
    void a_trimmed_range_is_reported_as_lost_and_not_skipped() {
        for (var body : List.of("zero", "one", "two", "three")) appendMessage(0, body);
        trim(0, 2);
        assertThatExceptionOfType(RangeLost.class).isThrownBy(() -> log().read(0, 1, 4, 100, PATIENCE));
        assertThat(log().read(0, 2, 4, 100, PATIENCE))
                .extracting(ConsumerRecord::offset)
                .containsExactly(2L, 3L);
    }

    @Test
    void a_range_beyond_the_end_times_out_and_is_not_cut_short() {
        appendMessage(0, "zero");
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> log().read(0, 0, 2, 100, Duration.ofMillis(300)));
    }

    final void appendMessage(int partition, String body) {
        var entry = new LogEntry.Message(CONVERSATION, Cid.at(ADMITTED), new UserId(1), new Body(body), null);
        append(LogRecords.write(entry, partition, 0, ADMITTED, "a node"));
    }

    private static String bodyOf(ConsumerRecord<String, String> record) {
        return ((LogEntry.Message) LogRecords.read(record).entry()).body().value();
    }
}
