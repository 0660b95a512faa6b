package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.account.entity.Block;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_blocks}: whether a user has blocked another one.
 *
 * @param holds false if the block was lifted; the record is kept for a while, for its version
 */
public record BlockState(UserId user, UserId blocked, boolean holds, long version) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object()
                .add("user", user.value())
                .add("blocked", blocked.value())
                .add("holds", holds)
                .add("version", version);
        return record(new Block(user, blocked), value.build().toString(), epoch);
    }

    /** Deletes the record of a block that was lifted. */
    public static ProducerRecord<String, String> deletion(Block block, int epoch) {
        return record(block, null, epoch);
    }

    private static ProducerRecord<String, String> record(Block block, String value, int epoch) {
        var record = new ProducerRecord<>(Topics.BLOCKS, block.user() + ":" + block.blocked(), value);
        LogRecords.head(record.headers(), "block", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not the key of a block */
    public static Block ofKey(String key) {
        try {
            var ids = key.split(":", 2);
            return new Block(new UserId(Long.parseLong(ids[0])), new UserId(Long.parseLong(ids[1])));
        } catch (RuntimeException wrong) {
            throw new UnreadableRecord("its key does not have the form of its topic", wrong);
        }
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
