package parley.cluster.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;

/** Access to the log without the product. */
public final class Log {

    public static final String MESSAGES = "chat_messages";
    public static final String ACKNOWLEDGED = "chat_acknowledged";
    public static final String DEAD_LETTERS = "chat_messages_dlq";

    private final Map<String, Object> settings;
    private int partitions;

    public Log(String address) {
        settings = Map.of("bootstrap.servers", address, "client.id", "system-tests");
    }

    private interface AdminCall<T> {
        T on(Admin admin) throws Exception;
    }

    private <T> T admin(String purpose, AdminCall<T> call) {
        try (var admin = Admin.create(settings)) {
            return call.on(admin);
        } catch (Exception e) {
            throw new IllegalStateException("cannot " + purpose, e);
        }
    }

    /** The end of each partition of a topic. */
    public Map<Integer, Long> ends(String topic) {
        return admin("read the ends of " + topic, admin -> {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            var wanted = new HashMap<TopicPartition, OffsetSpec>();
            for (int i = 0; i < partitions; i++) wanted.put(new TopicPartition(topic, i), OffsetSpec.latest());
            return admin.listOffsets(wanted).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            e -> e.getKey().partition(), e -> e.getValue().offset()));
        });
    }

    /** The partition that has the records of a conversation. */
    public int partitionOf(long conversation) {
        var key = Long.toString(conversation).getBytes(UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions();
    }

    private synchronized int partitions() {
        if (partitions == 0) partitions = ends(MESSAGES).size();
        return partitions;
    }

    public RecordMetadata append(ProducerRecord<String, String> record) {
        var producing = new HashMap<>(settings);
        producing.put("acks", "all");
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
            return producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException("cannot append to the log", e);
        }
    }

    /** Appends many records, which are created as they are sent, and returns when the log has all of them. */
    public void append(Stream<ProducerRecord<String, String>> records) {
        var producing = new HashMap<>(settings);
        producing.put("acks", "all");
        producing.put("enable.idempotence", true);
        var failure = new AtomicReference<Exception>();
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
            records.forEach(record -> producer.send(record, (metadata, e) -> failure.compareAndSet(null, e)));
        }
        if (failure.get() != null) throw new IllegalStateException("cannot append to the log", failure.get());
    }

    /** The offsets of {@link #MESSAGES} that a consumer group has committed, by partition. */
    public Map<Integer, Long> committed(String group) {
        return admin("read the offsets of " + group, admin -> {
            var committed = new HashMap<Integer, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((at, offset) -> {
                        if (at.topic().equals(MESSAGES) && offset != null)
                            committed.put(at.partition(), offset.offset());
                    });
            return committed;
        });
    }

    /** Deletes the records below an offset, as a broker with a wrong retention does. */
    public void forgetBefore(int partition, long offset) {
        admin(
                "delete records",
                admin -> admin.deleteRecords(
                                Map.of(new TopicPartition(MESSAGES, partition), RecordsToDelete.beforeOffset(offset)))
                        .all()
                        .get());
    }

    /** Deletes {@link #MESSAGES} and creates an empty topic of the same name. */
    public void recreateMessages() {
        int partitions = ends(MESSAGES).size();
        var config = Map.of(
                "message.timestamp.type", "LogAppendTime",
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "unclean.leader.election.enable", "false",
                "cleanup.policy", "delete");
        var topic = new NewTopic(MESSAGES, Optional.of(partitions), Optional.empty()).configs(config);
        admin("recreate " + MESSAGES, admin -> {
            admin.deleteTopics(List.of(MESSAGES)).all().get();
            Eventually.holds(
                    Duration.ofSeconds(30),
                    () -> admin.createTopics(List.of(topic)).all().get());
            return null;
        });
        Eventually.holds(Duration.ofSeconds(30), () -> ends(MESSAGES));
    }

    /** All records of a topic. */
    public List<ConsumerRecord<String, String>> all(String topic) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        each(topic, records::add);
        return records;
    }

    /** The same without keeping them: the log of a long run does not fit in memory. */
    public void each(String topic, Consumer<ConsumerRecord<String, String>> taker) {
        var ends = ends(topic);
        var partitions =
                ends.keySet().stream().map(p -> new TopicPartition(topic, p)).toList();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p.partition()))) {
                consumer.poll(Duration.ofMillis(200)).forEach(taker);
            }
        }
    }
}
