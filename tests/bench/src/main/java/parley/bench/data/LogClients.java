package parley.bench.data;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain Kafka clients with the settings that the product's clients have. */
public record LogClients(String broker) {

    public Map<String, Object> settings(Map<String, Object> more) {
        var settings = new HashMap<>(more);
        settings.putAll(Map.of("bootstrap.servers", broker, "client.id", "bench"));
        return settings;
    }

    /** Settings of the channel {@code messages-out}. */
    public KafkaProducer<String, String> producer() {
        var settings = settings(Map.of(
                "acks", "all",
                "enable.idempotence", true,
                "delivery.timeout.ms", 30_000,
                "request.timeout.ms", 10_000,
                "linger.ms", 0));
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /**
     * Appends the records as fast as the broker accepts them.
     *
     * @throws IllegalStateException if the broker rejected a record
     */
    public void append(Stream<ProducerRecord<String, String>> records) {
        var failure = new AtomicReference<Exception>();
        try (var producer = producer()) {
            records.forEach(record -> producer.send(record, (metadata, e) -> failure.compareAndSet(null, e)));
        }
        if (failure.get() != null) throw new IllegalStateException("a record was not appended", failure.get());
    }

    /** Settings of the tail's consumer; all partitions are assigned, and the position is the end of the topic. */
    public KafkaConsumer<String, String> consumer(String topic) {
        var settings = settings(Map.of(
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "none",
                "isolation.level",
                "read_uncommitted",
                "max.poll.records",
                2_000));
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seekToEnd is lazy
        return consumer;
    }
}
