package parley.bench.limit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic like {@code chat_messages} that no process of the product reads, and clients with the product's settings. */
final class RawTopic implements AutoCloseable {

    static final String NAME = "bench_raw";

    private static final int PARTITIONS = 12;
    private static final Map<String, String> LIKE_MESSAGES = Map.of(
            "message.timestamp.type", "LogAppendTime", "cleanup.policy", "delete", "retention.ms", "-1",
            "retention.bytes", "-1", "unclean.leader.election.enable", "false");

    private final String broker;

    private RawTopic(String broker) {
        this.broker = broker;
    }

    static RawTopic made(String broker) throws Exception {
        var topic = new RawTopic(broker);
        try (var admin = Admin.create(topic.client())) {
            admin.createTopics(List.of(new NewTopic(NAME, PARTITIONS, (short) 1).configs(LIKE_MESSAGES))).all().get();
        }
        return topic;
    }

    private Map<String, Object> client() {
        return new HashMap<>(Map.of("bootstrap.servers", broker, "client.id", "bench"));
    }

    /** As the channel {@code messages-out}. */
    KafkaProducer<String, String> producer() {
        var settings = client();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("delivery.timeout.ms", 30_000);
        settings.put("request.timeout.ms", 10_000);
        settings.put("linger.ms", 0);
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    /** As the tail's. All partitions are assigned; it stands where the topic ends. */
    KafkaConsumer<String, String> consumer() {
        var settings = client();
        settings.put("enable.auto.commit", false);
        settings.put("allow.auto.create.topics", false);
        settings.put("auto.offset.reset", "none");
        settings.put("isolation.level", "read_uncommitted");
        settings.put("max.poll.records", 2_000);
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        var partitions = IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(NAME, p)).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);   // seeks are lazy
        return consumer;
    }

    @Override
    public void close() throws Exception {
        try (var admin = Admin.create(client())) {
            admin.deleteTopics(List.of(NAME)).all().get();
        }
    }
}
