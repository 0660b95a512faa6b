package parley.log.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.log.control.UnreadableRecord;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.log.topic.LogIdentity;

class LogRecordsTest {

    private static final Instant ADMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final LogIdentity LOG = new LogIdentity("topic", 12, 2);

    private final LogEntry entry =
            new LogEntry.Message(new ConversationId(7), Cid.at(ADMITTED), new UserId(1), new Body("hi"), null);
    private final ProducerRecord<String, String> written = LogRecords.write(entry, LOG, ADMITTED, "a node");

    @Test
    void a_record_is_read_as_it_was_written() {
        var read = LogRecords.read(appended(ADMITTED.plusSeconds(1)));
        assertThat(read.entry()).isEqualTo(entry);
        assertThat(read.origin()).isEqualTo("a node");
        assertThat(read.pos().epoch()).isEqualTo(2);
        assertThat(read.pos().offset()).isEqualTo(41);
    }

    @Test
    void a_record_that_came_more_than_a_minute_after_its_admission_is_void() {
        assertThat(LogRecords.read(appended(ADMITTED.plusSeconds(60))).isVoid()).isFalse();
        assertThat(LogRecords.read(appended(ADMITTED.plusMillis(60_001))).isVoid()).isTrue();
    }

    @Test
    void a_record_without_our_headers_is_unreadable() {
        var foreign = new ConsumerRecord<>("t", 0, 1L, "k", "v");
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> LogRecords.read(foreign));
    }

    @Test
    void a_conversation_has_the_partition_that_kafka_would_choose() {
        for (long id = 1; id < 500; id++) {
            var key = Long.toString(id).getBytes(StandardCharsets.UTF_8);
            assertThat(LogRecords.partition(new ConversationId(id), 12)).isEqualTo(BuiltInPartitioner.partitionForKey(key, 12));
        }
    }

    private ConsumerRecord<String, String> appended(Instant at) {
        return new ConsumerRecord<>(written.topic(), written.partition(), 41, at.toEpochMilli(), TimestampType.LOG_APPEND_TIME,
                1, 1, written.key(), written.value(), new RecordHeaders(written.headers()), Optional.empty());
    }
}
