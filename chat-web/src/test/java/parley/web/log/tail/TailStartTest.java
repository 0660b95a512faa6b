package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.topic.StoredOffsets;

class TailStartTest {

    private static final long BEGINNING = 100;

    private static final TopicPartition PARTITION = new TopicPartition("chat_messages", 0);
    private static final Instant NOW = Instant.parse("2026-11-26T16:24:57.500Z");

    private final StoredOffsets stored = new StoredOffsets();

    /** A node started 5 minutes after a message, and less than 5 minutes after its repeat, and showed the repeat. */
    @Test
    void a_message_whose_repeat_is_in_the_tail_is_in_the_index() {
        stored.take(TestTail.announcement(0, 6_000));
        var log = new RecordedLog();
        log.append(4_000, NOW.minusSeconds(3_600));
        log.append(5_133, NOW.minusSeconds(301));
        log.append(5_176, NOW.minusSeconds(299));
        log.append(6_000, NOW);
        var start = offsets(log, 0);
        assertThat(start.tail()).containsExactly(5_176);
        assertThat(start.index()).containsExactly(5_133);
    }

    @Test
    void the_tail_of_a_quiet_partition_begins_after_what_was_in_flight_with_its_first_record() {
        stored.take(TestTail.announcement(0, 6_000));
        var log = new RecordedLog();
        log.append(100, NOW.minusSeconds(90_061));
        log.append(200, NOW.minusSeconds(90_059));
        log.append(300, NOW.minusSeconds(90_000));
        log.append(400, NOW.minusSeconds(80_000));
        var start = offsets(log, 101);
        assertThat(start.tail()).containsExactly(300);
        assertThat(start.index()).containsExactly(200);
    }

    @Test
    void an_empty_partition_begins_at_its_end() {
        var start = offsets(new RecordedLog(), 10);
        assertThat(start.tail()).containsExactly(0);
        assertThat(start.index()).containsExactly(0);
    }

    private TailStart.Offsets offsets(RecordedLog log, int recent) {
        var settings = new NodeSettings() {
            @Override
            public int indexMinutes() {
                return 5;
            }

            @Override
            public int tailAtStart() {
                return recent;
            }
        };
        var reader = new AssignedPartitionReader(() -> log);
        return new TailStart(settings, stored).offsets(reader, List.of(PARTITION), 0, NOW);
    }

    /** A partition with gaps between its offsets, as if records had expired. */
    private static final class RecordedLog extends MockConsumer<String, String> {

        private final TreeMap<Long, Instant> records = new TreeMap<>();

        RecordedLog() {
            super("none");
            updateBeginningOffsets(Map.of(PARTITION, 0L));
            updateEndOffsets(Map.of(PARTITION, 0L));
        }

        void append(long offset, Instant time) {
            records.put(offset, time);
            updateEndOffsets(Map.of(PARTITION, offset + 1));
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
            times.forEach((partition, millis) -> found.put(
                    partition,
                    records.entrySet().stream()
                            .filter(record -> record.getValue().toEpochMilli() >= millis)
                            .findFirst()
                            .map(record -> new OffsetAndTimestamp(
                                    record.getKey(), record.getValue().toEpochMilli()))
                            .orElse(null)));
            return found;
        }

        @Override
        public synchronized ConsumerRecords<String, String> poll(Duration timeout) {
            records.tailMap(position(PARTITION)).forEach((offset, time) -> addRecord(record(offset, time)));
            return super.poll(timeout);
        }

        private static ConsumerRecord<String, String> record(long offset, Instant time) {
            return new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    offset,
                    time.toEpochMilli(),
                    TimestampType.LOG_APPEND_TIME,
                    1,
                    1,
                    "7",
                    "a message",
                    new RecordHeaders(),
                    Optional.empty());
        }
    }

    @Test
    void it_is_early_enough_for_the_index() {
        assertThat(TailStart.offset(BEGINNING, 500, 900, 800)).isEqualTo(500);
    }

    @Test
    void it_is_early_enough_for_what_the_database_does_not_have() {
        assertThat(TailStart.offset(BEGINNING, 700, 300, 800)).isEqualTo(300);
    }

    @Test
    void it_leaves_as_many_records_as_the_tail_holds_at_its_start() {
        assertThat(TailStart.offset(BEGINNING, 900, 900, 200)).isEqualTo(200);
    }

    @Test
    void it_is_never_before_the_beginning_of_the_log() {
        assertThat(TailStart.offset(BEGINNING, 500, 0, -1_000)).isEqualTo(BEGINNING);
    }
}
