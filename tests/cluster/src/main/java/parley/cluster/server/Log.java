package parley.cluster.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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

/** The log as it really is, seen past the product. */
public final class Log {

    public static final String MESSAGES = "chat_messages";
    public static final String ACKNOWLEDGED = "chat_acknowledged";
    public static final String DEAD_LETTERS = "chat_messages_dlq";

    private final Map<String, Object> settings;

    public Log(String address) {
        settings = Map.of("bootstrap.servers", address, "client.id", "system-tests");
    }

    /** The end of each partition of a topic. */
    public Map<Integer, Long> ends(String topic) {
        try (var admin = Admin.create(settings)) {
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
        } catch (Exception e) {
            throw new IllegalStateException("the log's ends", e);
        }
    }

    public RecordMetadata append(ProducerRecord<String, String> record) {
        var producing = new HashMap<>(settings);
        producing.put("acks", "all");
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new StringSerializer())) {
            return producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException("appending to the log", e);
        }
    }

    /** What a group has committed of {@link #MESSAGES}, by partition. */
    public Map<Integer, Long> committed(String group) {
        try (var admin = Admin.create(settings)) {
            var committed = new HashMap<Integer, Long>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((at, offset) -> {
                        if (at.topic().equals(MESSAGES) && offset != null)
                            committed.put(at.partition(), offset.offset());
                    });
            return committed;
        } catch (Exception e) {
            throw new IllegalStateException("what a group has committed", e);
        }
    }

    /** Takes from the log what lies before an offset, as a broker does whose keeping is set up wrongly. */
    public void forgetBefore(int partition, long offset) {
        try (var admin = Admin.create(settings)) {
            admin.deleteRecords(Map.of(new TopicPartition(MESSAGES, partition), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException("forgetting a part of the log", e);
        }
    }

    /** Deletes {@link #MESSAGES} and makes an empty one under the same name. */
    public void recreateMessages() {
        try (var admin = Admin.create(settings)) {
            int partitions = ends(MESSAGES).size();
            admin.deleteTopics(List.of(MESSAGES)).all().get();
            var settingsOfIt = Map.of(
                    "message.timestamp.type",
                    "LogAppendTime",
                    "retention.ms",
                    "-1",
                    "retention.bytes",
                    "-1",
                    "unclean.leader.election.enable",
                    "false",
                    "cleanup.policy",
                    "delete");
            var topic = new NewTopic(MESSAGES, Optional.of(partitions), Optional.empty()).configs(settingsOfIt);
            Eventually.holds(
                    Duration.ofSeconds(30),
                    () -> admin.createTopics(List.of(topic)).all().get());
            Eventually.holds(Duration.ofSeconds(30), () -> ends(MESSAGES));
        } catch (Exception e) {
            throw new IllegalStateException("recreating the log", e);
        }
    }

    /** Everything that a topic holds. */
    public List<ConsumerRecord<String, String>> all(String topic) {
        var records = new ArrayList<ConsumerRecord<String, String>>();
        each(topic, records::add);
        return records;
    }

    /** The same, one after another: a long run's log does not fit in memory. */
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
