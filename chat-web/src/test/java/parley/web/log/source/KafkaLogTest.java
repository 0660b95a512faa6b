package parley.web.log.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.topic.Topics;

/** Runs the contract of the in-memory log against a real broker. */
class KafkaLogTest extends MessageLogContract {

    @TempDir
    static Path data;

    /** A broker logs thousands of lines while it starts. */
    private static final Logger ROOT = Logger.getLogger("");

    private static Level levelBefore;
    private static EmbeddedBroker broker;
    private static Admin admin;

    private KafkaLog log;
    private KafkaProducer<String, String> producer;

    @BeforeAll
    static void start() throws Exception {
        levelBefore = ROOT.getLevel();
        ROOT.setLevel(Level.SEVERE);
        broker = new EmbeddedBroker(data);
        admin = Admin.create(Map.of("bootstrap.servers", broker.address()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        broker.close();
        ROOT.setLevel(levelBefore);
    }

    @BeforeEach
    void a_new_topic() throws Exception {
        var topic =
                new NewTopic(Topics.MESSAGES, 2, (short) 1).configs(Map.of("message.timestamp.type", "LogAppendTime"));
        while (!create(topic)) Thread.onSpinWait();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address()), new StringSerializer(), new StringSerializer());
        log = new KafkaLog(() -> admin, () -> 2, new LogSettings() {
            @Override
            public Map<String, Object> reader(String clientId) {
                return consumerProperties();
            }
        });
    }

    private static Map<String, Object> consumerProperties() {
        return Map.of("bootstrap.servers", broker.address(), "enable.auto.commit", false, "auto.offset.reset", "none");
    }

    @Test
    void a_scan_reads_several_partitions_each_up_to_its_end_or_until_the_handler_skips_it() {
        for (var body : List.of("zero", "one", "two", "three")) appendMessage(0, body);
        for (var body : List.of("zero", "one", "two")) appendMessage(1, body);
        trim(1, 1);
        var first = new TopicPartition(Topics.MESSAGES, 0);
        var second = new TopicPartition(Topics.MESSAGES, 1);
        var read = new ArrayList<String>();
        try (var reader = RangeReader.open(consumerProperties())) {
            reader.scan(Map.of(first, 1L, second, 1L), Map.of(first, 4L, second, 2L), record -> {
                read.add(record.partition() + "@" + record.offset());
                return record.partition() == 1 || record.offset() < 2;
            });
            assertThat(read).containsExactlyInAnyOrder("0@1", "0@2", "1@1");
            read.clear();
            reader.scanAll(List.of(first, second), record -> read.add(record.partition() + "@" + record.offset()));
            assertThat(read).containsExactlyInAnyOrder("0@0", "0@1", "0@2", "0@3", "1@1", "1@2");
        }
    }

    /** False while the broker has not finished deleting the topic of the previous test. */
    private static boolean create(NewTopic topic) throws Exception {
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TopicExistsException) return false;
            throw failed;
        }
    }

    @AfterEach
    void delete() throws Exception {
        producer.close();
        admin.deleteTopics(List.of(Topics.MESSAGES)).all().get();
    }

    @Override
    MessageLog log() {
        return log;
    }

    @Override
    void append(ProducerRecord<String, String> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    void trim(int partition, long below) {
        var at = new TopicPartition(Topics.MESSAGES, partition);
        try {
            admin.deleteRecords(Map.of(at, RecordsToDelete.beforeOffset(below)))
                    .all()
                    .get();
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
