package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_stored}: how far a partition is stored in the database.
 *
 * @param nextOffset everything below is accounted for in the database
 */
public record StoredOffset(int partition, String topicId, int epoch, long nextOffset) {

    public ProducerRecord<String, String> toRecord() {
        var value = JsonFields.object()
                .add("partition", partition)
                .add("topicId", topicId)
                .add("epoch", epoch)
                .add("nextOffset", nextOffset)
                .build();
        var record = new ProducerRecord<>(Topics.STORED, Integer.toString(partition), value.toString());
        LogRecords.head(record.headers(), "stored", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static StoredOffset read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new StoredOffset(
                        json.natural("partition"),
                        json.text("topicId"),
                        json.natural("epoch"),
                        json.integer("nextOffset")));
    }
}
