package parley.bench.log;

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

/** Plain clients with the settings of the product's. */
public final class LogClients {

    private final String broker;

    public LogClients(String broker) {
        this.broker = broker;
    }

    public Map<String, Object> settings() {
        return new HashMap<>(Map.of("bootstrap.servers", broker, "client.id", "bench"));
    }

    /** As the channel {@code messages-out}. */
    public KafkaProducer<String, String> producer() {
        var settings = settings();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /**
     * Appends all, as fast as the log takes them.
     *
     * @throws IllegalStateException where it did not take one
     */
    public void append(Stream<ProducerRecord<String, String>> records) {
        var failed = new AtomicReference<Exception>();
        try (var producer = producer()) {
            records.forEach(record -> producer.send(record, (place, refused) -> {
                if (refused != null) failed.compareAndSet(null, refused);
            }));
        }
        if (failed.get() != null) throw new IllegalStateException("the log did not take a record", failed.get());
    }

    /** As the tail's: all partitions are assigned. It stands where the topic ends. */
    public KafkaConsumer<String, String> consumer(String topic) {
        var settings = settings();
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("auto.offset.reset", "none");
        settings.put("isolation.level", "read_uncommitted");
        settings.put("max.poll.records", 2_000);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // seeks are lazy
        return consumer;
    }
}
