package parley.web.log.topic;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import parley.log.supervision.LogThrottle;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.connection.LogConnection;

/** Reads the control topics for all listeners, on one thread. */
@ApplicationScoped
public class ControlTopicReader {

    private static final System.Logger LOG = System.getLogger(ControlTopicReader.class.getName());

    @Inject
    LogConnection log;

    @Inject
    @Any
    Instance<ControlTopicListener> listeners;

    private final Map<String, ControlTopicListener> byTopic = new HashMap<>();
    private final Map<TopicPartition, Long> missing = new HashMap<>();
    private final Map<String, LogThrottle> throttles = new HashMap<>();
    private Map<TopicPartition, Long> places = Map.of();
    private volatile AssignedPartitionReader reader;
    private volatile boolean closed;
    private volatile boolean complete;

    /**
     * Reads until the node stops. After a failure, the next call continues where this one ended. {@code onComplete} is
     * called when every topic that must be read from the beginning has been read to its end.
     *
     * @throws InvalidOffsetException if a topic does not have the next offset; the next call starts from the beginning
     */
    public void run(LogIdentity identity, Runnable onComplete) {
        var mine = new AssignedPartitionReader(log.reader("parley-feeds"));
        reader = mine;
        if (closed) mine.close();
        try {
            begin(mine, identity);
            mine.run(records -> {
                records.forEach(this::take);
                checkComplete(mine, onComplete);
            });
        } catch (InvalidOffsetException lost) {
            places = Map.of();
            throw lost;
        } finally {
            if (!mine.places().isEmpty()) places = mine.places();
            mine.discard();
        }
    }

    private void checkComplete(AssignedPartitionReader mine, Runnable onComplete) {
        if (complete) return;
        missing.entrySet().removeIf(end -> mine.position(end.getKey()) >= end.getValue());
        if (!missing.isEmpty()) return;
        complete = true;
        onComplete.run();
    }

    /** Whether everything has been read once; what was read is kept if reading has to be restarted. */
    public boolean isComplete() {
        return complete;
    }

    private void begin(AssignedPartitionReader mine, LogIdentity identity) {
        var specs = Topics.all(identity.partitions());
        var fromStart = new ArrayList<TopicPartition>();
        var fromNow = new ArrayList<TopicPartition>();
        for (var listener : listeners) {
            byTopic.put(listener.topic(), listener);
            var spec = specs.stream()
                    .filter(s -> s.name().equals(listener.topic()))
                    .findFirst()
                    .orElseThrow();
            partitions(spec).forEach((listener.readsFromStart() ? fromStart : fromNow)::add);
        }
        var from = new HashMap<TopicPartition, Long>();
        if (places.isEmpty()) {
            from.putAll(mine.beginnings(fromStart));
            from.putAll(mine.ends(fromNow));
            listeners.forEach(listener -> moveStart(listener, mine, from));
        } else {
            from.putAll(places);
        }
        missing.clear();
        missing.putAll(mine.ends(fromStart));
        mine.assign(from);
    }

    /** Never before the beginning: older records have expired. */
    private static void moveStart(
            ControlTopicListener listener, AssignedPartitionReader mine, Map<TopicPartition, Long> from) {
        var topic = from.keySet().stream()
                .filter(partition -> partition.topic().equals(listener.topic()))
                .toList();
        var ends = new HashMap<Integer, Long>();
        mine.ends(topic).forEach((partition, end) -> ends.put(partition.partition(), end));
        var starts = listener.startsAt(ends);
        for (var partition : topic) {
            var start = starts.get(partition.partition());
            if (start != null) from.merge(partition, start, Math::max);
        }
    }

    private static List<TopicPartition> partitions(Topics.Spec spec) {
        return IntStream.range(0, spec.partitions())
                .mapToObj(p -> new TopicPartition(spec.name(), p))
                .toList();
    }

    private void take(ConsumerRecord<String, String> record) {
        try {
            byTopic.get(record.topic()).take(record);
        } catch (RuntimeException wrong) {
            unreadable(record, wrong);
        }
    }

    private void unreadable(ConsumerRecord<String, String> record, RuntimeException wrong) {
        // A client with access to a topic could otherwise fill the disk with log messages.
        var times = throttles
                .computeIfAbsent(record.topic(), t -> new LogThrottle(Duration.ofMinutes(1), System::nanoTime))
                .count();
        times.ifPresent(count -> LOG.log(
                System.Logger.Level.WARNING,
                "%d records of %s cannot be read and are skipped, most recently %d@%d: %s"
                        .formatted(count, record.topic(), record.partition(), record.offset(), wrong)));
    }

    @PreDestroy
    void close() {
        closed = true;
        if (reader != null) reader.close();
    }
}
