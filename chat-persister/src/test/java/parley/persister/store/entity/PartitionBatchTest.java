package parley.persister.store.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class PartitionBatchTest {

    @Test
    void a_batch_has_consecutive_offsets() {
        assertThatThrownBy(() -> batch(1, 2, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void records_below_the_next_offset_are_dropped() {
        assertThat(batch(5, 6, 7).from(6)).extracting(ConsumerRecord::offset).containsExactly(6L, 7L);
    }

    @Test
    void an_old_batch_is_dropped_entirely() {
        assertThat(batch(5, 6, 7).from(100)).isEmpty();
    }

    @Test
    void a_batch_beyond_the_next_offset_is_rejected() {
        assertThatThrownBy(() -> batch(5, 6, 7).from(4)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PartitionBatch batch(long... offsets) {
        return new PartitionBatch(LongStream.of(offsets)
                .mapToObj(offset -> new ConsumerRecord<>("chat_messages", 0, offset, "7", "x"))
                .toList());
    }
}
