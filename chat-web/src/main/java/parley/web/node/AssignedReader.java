package parley.web.node;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads partitions that it is assigned, from where it is told, until it is closed; on one thread of its own. */
public final class AssignedReader {

    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaConsumer<String, String> consumer;
    private volatile boolean closing;

    public AssignedReader(Map<String, Object> properties) {
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    public Map<TopicPartition, Long> beginnings(List<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    public Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    public Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
        return consumer.offsetsForTimes(times);
    }

    public void assign(Map<TopicPartition, Long> from) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /** Where it stands; control records and expired ones make this more than the last record's offset. */
    public long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    /**
     * Runs until {@link #close}.
     *
     * @param handler is given each poll's records, also none
     */
    public void run(Consumer<Iterable<ConsumerRecord<String, String>>> handler) {
        try (consumer) {
            while (!closing) handler.accept(consumer.poll(POLL));
        } catch (WakeupException woken) {
            if (!closing) throw woken;
        }
    }

    public void close() {
        closing = true;
        consumer.wakeup();
    }
}
