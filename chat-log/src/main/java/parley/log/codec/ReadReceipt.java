package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_receipts}: the position up to which a user has read a conversation.
 *
 * @param session the socket that reported it, by the name that its node gave it; empty if the record has none
 */
public record ReadReceipt(ConversationId conversation, UserId user, Position pos, String session) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object()
                .add("conv", conversation.value())
                .add("user", user.value())
                .add("pos", pos.value())
                .add("session", session)
                .build();
        var record = new ProducerRecord<>(Topics.RECEIPTS, conversation.toString(), value.toString());
        LogRecords.head(record.headers(), "receipt", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static ReadReceipt read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new ReadReceipt(
                        json.conversation(),
                        json.user(),
                        new Position(json.integer("pos")),
                        json.optionalText("session").orElse("")));
    }
}
