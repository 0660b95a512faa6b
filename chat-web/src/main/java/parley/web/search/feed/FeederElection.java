package parley.web.search.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import parley.log.topic.Topics;

/**
 * Decides which node feeds an index that all nodes share: they are a consumer group of a topic with one partition, which
 * Kafka assigns to one of them. Nothing is read. Used by one thread.
 */
public final class FeederElection implements AutoCloseable {

    private static final String GROUP = "parley-search";
    private static final Duration CLOSING = Duration.ofSeconds(2);
    /** How often the group is asked while this node feeds. */
    private static final long INTERVAL_NANOS = Duration.ofMillis(500).toNanos();

    private final Consumer<String, String> consumer;
    private final LongSupplier nanos;
    private boolean elected;
    private long askedNanos;

    /** @param client of the log, without a group */
    public FeederElection(Map<String, Object> client, LongSupplier nanos) {
        this.nanos = nanos;
        var properties = new HashMap<>(client);
        properties.put("group.id", GROUP);
        properties.put("auto.offset.reset", "latest");
        properties.put("session.timeout.ms", 10_000);
        properties.put("heartbeat.interval.ms", 3_000);
        // Longer than a search engine takes to write a batch, or to refuse it.
        properties.put("max.poll.interval.ms", 180_000);
        properties.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        consumer.subscribe(List.of(Topics.SEARCH), new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                consumer.pause(partitions);
                if (!partitions.isEmpty()) elected = true;
            }

            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                if (!partitions.isEmpty()) elected = false;
            }
        });
    }

    /** Waits for so long if this node is not elected. */
    boolean await(Duration most) {
        consumer.poll(most);
        askedNanos = nanos.getAsLong();
        return elected;
    }

    boolean isElected() {
        return nanos.getAsLong() - askedNanos < INTERVAL_NANOS ? elected : await(Duration.ZERO);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSING));
    }
}
