package parley.web.log.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads assigned partitions from given offsets until it is closed, on a thread of its own. */
public final class AssignedPartitionReader {

    private static final System.Logger LOG = System.getLogger(AssignedPartitionReader.class.getName());
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Supplier<Consumer<String, String>> consumers;
    /** The next offset to read. */
    private final Map<TopicPartition, Long> next = new HashMap<>();
    /** Where another reader has to continue after this one; records whose handling failed are read again. */
    private volatile Map<TopicPartition, Long> handled = Map.of();

    private volatile Consumer<String, String> consumer;
    private volatile boolean closing;

    public AssignedPartitionReader(Map<String, Object> properties) {
        this(() -> new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer()));
    }

    public AssignedPartitionReader(Supplier<Consumer<String, String>> consumers) {
        this.consumers = consumers;
        consumer = consumers.get();
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

    /**
     * When the first record at or after these offsets was appended; without the partitions that have none before
     * {@code ends}. To be called before {@link #assign}.
     */
    public Map<TopicPartition, Instant> appendTimes(Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> ends) {
        var times = new HashMap<TopicPartition, Instant>();
        var open = new HashSet<>(offsets.keySet());
        open.removeIf(partition -> offsets.get(partition) >= ends.get(partition));
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, offsets.get(partition)));
        while (!open.isEmpty()) {
            for (var record : consumer.poll(POLL)) {
                var partition = new TopicPartition(record.topic(), record.partition());
                times.putIfAbsent(partition, Instant.ofEpochMilli(record.timestamp()));
            }
            var answered = open.stream()
                    .filter(p -> times.containsKey(p) || consumer.position(p) >= ends.get(p))
                    .toList();
            consumer.pause(answered);
            answered.forEach(open::remove);
        }
        consumer.unsubscribe();
        return times;
    }

    public void assign(Map<TopicPartition, Long> from) {
        next.putAll(from);
        handled = Map.copyOf(next);
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /** The next offset; control records and expired records make it more than the last record's offset plus one. */
    public long position(TopicPartition partition) {
        return next.get(partition);
    }

    /** Where a new reader has to continue; empty before the first {@link #assign}. */
    public Map<TopicPartition, Long> places() {
        return handled;
    }

    /**
     * Runs until {@link #close}. If polling fails, the consumer is replaced; an exception of {@code handler} ends the
     * call.
     *
     * @param handler called with the records of each poll, even if there are none
     * @throws InvalidOffsetException if the log does not have the next offset
     */
    public void run(java.util.function.Consumer<Iterable<ConsumerRecord<String, String>>> handler) {
        try {
            while (!closing) {
                var records = poll();
                records.nextOffsets().forEach((partition, offset) -> next.put(partition, offset.offset()));
                handler.accept(records);
                if (!records.isEmpty()) handled = Map.copyOf(next);
            }
        } catch (WakeupException woken) {
            if (!closing) throw woken;
        } finally {
            discard();
        }
    }

    /** For a reader that was never run, because its consumer holds connections. */
    public void discard() {
        consumer.close(CloseOptions.timeout(CLOSING));
    }

    private ConsumerRecords<String, String> poll() {
        try {
            return consumer.poll(POLL);
        } catch (WakeupException
                | InterruptException
                | InvalidOffsetException
                | AuthenticationException
                | AuthorizationException ends) {
            throw ends;
        } catch (RuntimeException broken) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Reading the log failed; continuing at the same offsets with a new connection.",
                    broken);
            renew();
            return ConsumerRecords.empty();
        }
    }

    private void renew() {
        discard();
        consumer = consumers.get();
        if (closing) consumer.wakeup();
        assign(Map.copyOf(next));
    }

    public void close() {
        closing = true;
        consumer.wakeup();
    }
}
