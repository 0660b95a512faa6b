package parley.persister.deadletter.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.StringDeserializer;
import parley.log.client.LogSettings;
import parley.log.range.Ranges;
import parley.log.topic.Topics;

/** Reads the dead letters, each restored to the record of {@code chat_messages} that it was. */
public final class DeadLetterReader {

    private final LogSettings settings;

    public DeadLetterReader(LogSettings settings) {
        this.settings = settings;
    }

    /** All that lie there now; those of a partition in the order in which they were parked. */
    public void each(Consumer<ConsumerRecord<String, String>> reader) {
        var properties = settings.reader("parley-replay");
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            var partitions = IntStream.range(0, settings.partitions())
                    .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTERS, partition))
                    .toList();
            Ranges.read(consumer, consumer.beginningOffsets(partitions), consumer.endOffsets(partitions), letter -> {
                original(letter).ifPresent(reader);
                return true;
            });
        }
    }

    /** Empty where a letter does not say where it is from: it is none of ours. */
    static Optional<ConsumerRecord<String, String>> original(ConsumerRecord<String, String> letter) {
        var partition = number(letter, "origin-partition");
        var offset = number(letter, "origin-offset");
        if (partition == null || offset == null) return Optional.empty();
        if (partition < 0 || partition > Integer.MAX_VALUE || offset < 0) return Optional.empty();
        var timestamp = number(letter, "origin-timestamp");
        return Optional.of(new ConsumerRecord<>(
                Topics.MESSAGES,
                partition.intValue(),
                offset,
                timestamp == null ? letter.timestamp() : timestamp,
                TimestampType.LOG_APPEND_TIME,
                ConsumerRecord.NULL_SIZE,
                ConsumerRecord.NULL_SIZE,
                letter.key(),
                letter.value(),
                letter.headers(),
                Optional.empty()));
    }

    private static Long number(ConsumerRecord<?, ?> letter, String name) {
        var header = letter.headers().lastHeader(name);
        try {
            return header == null || header.value() == null ? null : Long.valueOf(new String(header.value(), UTF_8));
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }
}
