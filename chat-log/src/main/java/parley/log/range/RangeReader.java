package parley.log.range;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import parley.log.client.LogSettings;
import parley.log.topic.Topics;

/** Reads a range of one partition of {@code chat_messages} on the side, with a consumer of its own. */
public final class RangeReader {

    private static final Duration POLL = Duration.ofMillis(200);

    private final LogSettings settings;

    public RangeReader(LogSettings settings) {
        this.settings = settings;
    }

    /** The oldest offset that the log still has. */
    public long beginning(int partition) {
        var at = new TopicPartition(Topics.MESSAGES, partition);
        try (var consumer = consumer()) {
            return consumer.beginningOffsets(List.of(at)).get(at);
        }
    }

    /**
     * The records from {@code from} up to {@code to} exclusive, at most {@code limit} of them.
     *
     * @throws RangeLost where the log no longer has {@code from}
     * @throws org.apache.kafka.common.errors.TimeoutException where the broker does not give them within {@code patience}
     */
    public List<ConsumerRecord<String, String>> read(int partition, long from, long to, int limit, Duration patience) {
        var at = new TopicPartition(Topics.MESSAGES, partition);
        var records = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            long begins = consumer.beginningOffsets(List.of(at)).get(at);
            if (begins > from) throw new RangeLost(partition, from, begins);
            consumer.assign(List.of(at));
            consumer.seek(at, from);
            long deadline = System.nanoTime() + patience.toNanos();
            while (consumer.position(at) < to && records.size() < limit) {
                for (var record : consumer.poll(POLL)) {
                    if (record.offset() < to && records.size() < limit) records.add(record);
                }
                if (System.nanoTime() > deadline && consumer.position(at) < to && records.size() < limit) {
                    throw new org.apache.kafka.common.errors.TimeoutException(
                            "partition %d was read from %d up to %d only"
                                    .formatted(partition, from, consumer.position(at)));
                }
            }
        }
        return records;
    }

    private KafkaConsumer<String, String> consumer() {
        Map<String, Object> properties = settings.reader("parley-range");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }
}
