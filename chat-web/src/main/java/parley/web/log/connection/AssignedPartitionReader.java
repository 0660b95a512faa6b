package parley.web.log.connection;

import java.time.Duration;
import java.util.HashMap;
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

/** Reads partitions that it is assigned, from where it is told, until it is closed; on one thread of its own. */
public final class AssignedPartitionReader {

    private static final System.Logger LOG = System.getLogger(AssignedPartitionReader.class.getName());
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private final Supplier<Consumer<String, String>> consumers;
    /** What is to be read next. */
    private final Map<TopicPartition, Long> next = new HashMap<>();
    /** What is to be read next by another reader, where this one ends: what a handler failed at comes again. */
    private volatile Map<TopicPartition, Long> handled = Map.of();

    private volatile Consumer<String, String> consumer;
    private volatile boolean closing;

    public AssignedPartitionReader(Map<String, Object> properties) {
        this(() -> new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer()));
    }

    AssignedPartitionReader(Supplier<Consumer<String, String>> consumers) {
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

    public void assign(Map<TopicPartition, Long> from) {
        next.putAll(from);
        handled = Map.copyOf(next);
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /** Where it stands; control records and expired ones make this more than the last record's offset. */
    public long position(TopicPartition partition) {
        return next.get(partition);
    }

    /** From where a new reader has to go on; empty before the first {@link #assign}. */
    public Map<TopicPartition, Long> places() {
        return handled;
    }

    /**
     * Runs until {@link #close}. What the broker's answers do to the consumer is repaired with a new one; what
     * {@code handler} throws ends the reading.
     *
     * @param handler is given each poll's records, also none
     * @throws InvalidOffsetException where the log does not have what is to be read next
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

    /** For one that was never run: a consumer holds connections. */
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
                    "Reading the log failed; it is read on from the same places with a new connection.",
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
