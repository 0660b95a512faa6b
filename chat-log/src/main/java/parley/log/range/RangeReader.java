package parley.log.range;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads ranges of partitions with a consumer that is assigned its partitions and commits nothing. Records of a
 * partition come in order. Not thread-safe, like the consumer.
 */
public final class RangeReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(20);

    private final Consumer<String, String> consumer;
    private final LongSupplier nanos;

    /** @param consumer is closed with this reader */
    public RangeReader(Consumer<String, String> consumer) {
        this(consumer, System::nanoTime);
    }

    RangeReader(Consumer<String, String> consumer, LongSupplier nanos) {
        this.consumer = consumer;
        this.nanos = nanos;
    }

    /** @param properties those of {@link parley.log.client.LogSettings#reader} */
    public static RangeReader open(Map<String, Object> properties) {
        return new RangeReader(new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer()));
    }

    /** The oldest offset that the log still has. */
    public long beginning(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).get(partition);
    }

    /**
     * The records of {@code [from, to)}, at most {@code limit} of them.
     *
     * @throws RangeLost if the log no longer has {@code from}
     * @throws TimeoutException if the broker does not return all of them within {@code timeout}
     */
    public List<ConsumerRecord<String, String>> read(
            TopicPartition partition, long from, long to, int limit, Duration timeout) {
        long beginning = beginning(partition);
        if (beginning > from) throw new RangeLost(partition.partition(), from, beginning);
        var records = new ArrayList<ConsumerRecord<String, String>>();
        poll(Map.of(partition, from), Map.of(partition, to), new Deadline(timeout, false), record -> {
            records.add(record);
            return records.size() < limit;
        });
        return records;
    }

    /**
     * Passes the records of several partitions to {@code handler}, each from {@code from} up to {@code to}, exclusive.
     *
     * @param to has the partitions of {@code from}
     * @param handler returns false to skip the rest of the record's partition
     * @throws TimeoutException if the broker returns nothing for 20 s
     */
    public void scan(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Predicate<ConsumerRecord<String, String>> handler) {
        poll(from, to, new Deadline(IDLE_TIMEOUT, true), handler);
    }

    /** As {@link #scan}, for everything that the partitions hold at the time of the call. */
    public void scanAll(
            Collection<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<String, String>> handler) {
        scan(consumer.beginningOffsets(partitions), consumer.endOffsets(partitions), record -> {
            handler.accept(record);
            return true;
        });
    }

    private void poll(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> to,
            Deadline deadline,
            Predicate<ConsumerRecord<String, String>> handler) {
        var open = from.keySet().stream().filter(p -> from.get(p) < to.get(p)).collect(Collectors.toSet());
        consumer.assign(open);
        open.forEach(p -> consumer.seek(p, from.get(p)));
        while (!open.isEmpty()) {
            boolean progress = false;
            for (var record : consumer.poll(POLL)) {
                progress = true;
                var at = new TopicPartition(record.topic(), record.partition());
                boolean wanted = open.contains(at) && record.offset() < to.get(at);
                if (wanted && !handler.test(record)) open.remove(at);
            }
            open.removeIf(p -> consumer.position(p) >= to.get(p));
            if (open.size() < consumer.assignment().size()) consumer.assign(open);
            deadline.check(progress, open);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** The time limit of a whole read, or of the pauses between records. */
    private final class Deadline {

        private final Duration timeout;
        private final boolean restartsOnProgress;
        private long startNanos = nanos.getAsLong();

        Deadline(Duration timeout, boolean restartsOnProgress) {
            this.timeout = timeout;
            this.restartsOnProgress = restartsOnProgress;
        }

        void check(boolean progress, Set<TopicPartition> open) {
            long now = nanos.getAsLong();
            if (progress && restartsOnProgress) startNanos = now;
            if (now - startNanos <= timeout.toNanos() || open.isEmpty()) return;
            var reached = open.stream().collect(Collectors.toMap(p -> p, consumer::position));
            throw new TimeoutException("the broker did not return %s within %d ms; read up to %s"
                    .formatted(open, timeout.toMillis(), reached));
        }
    }
}
