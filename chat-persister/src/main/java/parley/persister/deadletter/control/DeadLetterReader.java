package parley.persister.deadletter.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.topic.Topics;

/** Reads the dead letters and restores each to its original record of {@code chat_messages}. */
public final class DeadLetterReader {

    private final LogSettings settings;

    public DeadLetterReader(LogSettings settings) {
        this.settings = settings;
    }

    /** Passes all dead letters to {@code handler}; those of a partition in the order in which they were parked. */
    public void each(Consumer<ConsumerRecord<String, String>> handler) {
        var partitions = IntStream.range(0, settings.partitions())
                .mapToObj(partition -> new TopicPartition(Topics.DEAD_LETTERS, partition))
                .toList();
        try (var reader = RangeReader.open(settings.reader("parley-replay"))) {
            reader.scanAll(partitions, letter -> original(letter).ifPresent(handler));
        }
    }

    /** Empty if the letter does not name its origin: then the persister did not write it. */
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
