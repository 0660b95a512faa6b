package parley.log.range;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class RangeReaderTest {

    private static final TopicPartition FIRST = new TopicPartition("log", 0);
    private static final TopicPartition SECOND = new TopicPartition("log", 1);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final MockConsumer<String, String> consumer = new MockConsumer<>("none");
    private final List<String> read = new ArrayList<>();
    private long nanos;
    private Duration perPoll = Duration.ZERO;
    private final RangeReader reader = new RangeReader(consumer, () -> nanos += perPoll.toNanos());

    @Test
    void a_range_excludes_its_end() {
        log(FIRST, 0, 10);
        assertThat(offsets(reader.read(FIRST, 3, 6, 100, TIMEOUT))).containsExactly(3L, 4L, 5L);
    }

    @Test
    void a_range_has_at_most_limit_records() {
        log(FIRST, 0, 10);
        assertThat(offsets(reader.read(FIRST, 3, 9, 2, TIMEOUT))).containsExactly(3L, 4L);
    }

    @Test
    void an_empty_range_needs_no_records() {
        log(FIRST, 0, 0);
        assertThat(reader.read(FIRST, 3, 3, 100, TIMEOUT)).isEmpty();
    }

    @Test
    void a_range_whose_start_was_deleted_is_lost() {
        log(FIRST, 5, 10);
        assertThat(reader.beginning(FIRST)).isEqualTo(5);
        assertThatExceptionOfType(RangeLost.class)
                .isThrownBy(() -> reader.read(FIRST, 4, 6, 100, TIMEOUT))
                .withMessage("partition 0 begins at 5, and 4 was wanted");
    }

    @Test
    void a_range_that_is_not_complete_within_the_timeout_fails_even_if_records_keep_coming() {
        log(FIRST, 0, 2);
        perPoll = Duration.ofMillis(400);
        for (int offset = 2; offset < 5; offset++) append(FIRST, offset);
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> reader.read(FIRST, 0, 9, 100, TIMEOUT))
                .withMessageContaining("log-0=4");
    }

    @Test
    void a_scan_reads_each_partition_up_to_its_own_end() {
        log(FIRST, 0, 10);
        log(SECOND, 0, 10);
        reader.scan(Map.of(FIRST, 2L, SECOND, 7L), Map.of(FIRST, 4L, SECOND, 9L), this::record);
        assertThat(read).containsExactlyInAnyOrder("log-0@2", "log-0@3", "log-1@7", "log-1@8");
    }

    @Test
    void a_scan_skips_the_rest_of_a_partition_and_continues_with_the_others() {
        log(FIRST, 0, 3);
        log(SECOND, 0, 3);
        reader.scan(Map.of(FIRST, 0L, SECOND, 0L), Map.of(FIRST, 3L, SECOND, 3L), record -> {
            record(record);
            return record.partition() == 1;
        });
        assertThat(read).containsExactlyInAnyOrder("log-0@0", "log-1@0", "log-1@1", "log-1@2");
    }

    @Test
    void a_scan_fails_after_twenty_seconds_without_a_record() {
        log(FIRST, 0, 2);
        perPoll = Duration.ofSeconds(8);
        for (int offset = 2; offset < 5; offset++) append(FIRST, offset);
        assertThatExceptionOfType(TimeoutException.class)
                .isThrownBy(() -> reader.scan(Map.of(FIRST, 0L), Map.of(FIRST, 9L), this::record));
        assertThat(read).hasSize(5);
    }

    @Test
    void a_scan_of_everything_reads_from_the_beginning_to_the_end_of_each_partition() {
        log(FIRST, 1, 3);
        log(SECOND, 0, 1);
        reader.scanAll(List.of(FIRST, SECOND), this::record);
        assertThat(read).containsExactlyInAnyOrder("log-0@1", "log-0@2", "log-1@0");
    }

    /** The partition holds these records, all of which the first poll returns. */
    private void log(TopicPartition at, long beginning, long end) {
        consumer.updateBeginningOffsets(Map.of(at, beginning));
        consumer.updateEndOffsets(Map.of(at, end));
        consumer.schedulePollTask(() -> {
            if (!consumer.assignment().contains(at)) return;
            for (long offset = beginning; offset < end; offset++) add(at, offset);
        });
    }

    /** One poll more returns this record. */
    private void append(TopicPartition at, long offset) {
        consumer.schedulePollTask(() -> add(at, offset));
    }

    private void add(TopicPartition at, long offset) {
        consumer.addRecord(new ConsumerRecord<>(at.topic(), at.partition(), offset, "7", "value " + offset));
    }

    private boolean record(ConsumerRecord<String, String> record) {
        read.add("%s-%d@%d".formatted(record.topic(), record.partition(), record.offset()));
        return true;
    }

    private static List<Long> offsets(List<ConsumerRecord<String, String>> records) {
        return records.stream().map(ConsumerRecord::offset).toList();
    }
}
