package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_blocks}: whether a user has blocked another one.
 *
 * @param holds false if the block was lifted; the record is kept for its version
 */
public record BlockState(UserId user, UserId blocked, boolean holds, long version) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object()
                .add("user", user.value())
                .add("blocked", blocked.value())
                .add("holds", holds)
                .add("version", version);
        var record = new ProducerRecord<>(
                Topics.BLOCKS, user + ":" + blocked, value.build().toString());
        LogRecords.head(record.headers(), "block", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static BlockState read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new BlockState(
                        json.user(),
                        new UserId(json.integer("blocked")),
                        json.requiredFlag("holds"),
                        json.integer("version")));
    }
}
