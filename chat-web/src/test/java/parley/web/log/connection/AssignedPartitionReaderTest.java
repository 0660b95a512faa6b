package parley.web.log.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignedPartitionReaderTest {

    private static final TopicPartition PARTITION = new TopicPartition("chat_messages", 3);

    private final MockConsumer<String, String> first = new MockConsumer<>("none");
    private final MockConsumer<String, String> second = new MockConsumer<>("none");
    private final ArrayDeque<MockConsumer<String, String>> consumers = new ArrayDeque<>(List.of(first, second));
    private final AssignedPartitionReader reader = new AssignedPartitionReader(consumers::poll);
    private final List<String> read = new ArrayList<>();

    /** As if a proxy corrupts a response: Kafka's consumer is unusable afterwards. */
    @Test
    void after_a_corrupt_response_reading_continues_at_the_same_offsets() {
        reader.assign(Map.of(PARTITION, 5L));
        first.schedulePollTask(() -> first.addRecord(record(5)));
        first.schedulePollTask(() -> first.setPollException(new KafkaException("15247 tagged fields")));
        second.schedulePollTask(() -> second.addRecord(record(6)));
        second.schedulePollTask(reader::close);
        reader.run(records -> records.forEach(record -> read.add(record.value())));
        assertThat(read).containsExactly("at 5", "at 6");
        assertThat(reader.position(PARTITION)).isEqualTo(7);
        assertThat(first.closed()).isTrue();
        assertThat(second.closed()).isTrue();
    }

    @Test
    void reading_ends_if_the_log_does_not_have_the_next_offset() {
        reader.assign(Map.of(PARTITION, 5L));
        first.schedulePollTask(() -> first.setPollException(new OffsetOutOfRangeException(Map.of(PARTITION, 5L))));
        assertThatThrownBy(() -> reader.run(records -> {})).isInstanceOf(OffsetOutOfRangeException.class);
    }

    @Test
    void another_reader_continues_with_the_records_whose_handling_failed() {
        reader.assign(Map.of(PARTITION, 5L));
        assertThat(reader.places()).isEqualTo(Map.of(PARTITION, 5L));
        first.schedulePollTask(() -> first.addRecord(record(5)));
        first.schedulePollTask(() -> first.addRecord(record(6)));
        assertThatThrownBy(() -> reader.run(records -> records.forEach(record -> {
                    if (record.offset() == 6) throw new StackOverflowError();
                })))
                .isInstanceOf(StackOverflowError.class);
        assertThat(reader.places()).isEqualTo(Map.of(PARTITION, 6L));
        assertThat(first.closed()).isTrue();
        var next = new AssignedPartitionReader(consumers::poll);
        next.assign(reader.places());
        second.schedulePollTask(() -> second.addRecord(record(6)));
        second.schedulePollTask(next::close);
        next.run(records -> records.forEach(record -> read.add(record.value())));
        assertThat(read).containsExactly("at 6");
    }

    private static ConsumerRecord<String, String> record(long offset) {
        return new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset, "7", "at " + offset);
    }
}
