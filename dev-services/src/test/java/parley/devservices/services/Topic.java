package parley.devservices.services;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of one partition at a broker. */
public record Topic(String broker, String name) {

    public Topic create() throws Exception {
        try (var admin = Admin.create(settings())) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
        return this;
    }

    public void append(String value) throws Exception {
        try (var producer = new KafkaProducer<>(settings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(name, value)).get();
        }
    }

    public List<String> values() {
        var partition = new TopicPartition(name, 0);
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            // A broker that is just starting again takes its time on a busy machine.
            long end = consumer.endOffsets(List.of(partition), Duration.ofMinutes(2))
                    .get(partition);
            var values = new ArrayList<String>();
            while (consumer.position(partition) < end)
                consumer.poll(Duration.ofSeconds(1)).records(partition).forEach(record -> values.add(record.value()));
            return values;
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", broker);
    }
}
