package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_receipts}: a user has read a conversation up to a position, or has set their place back.
 *
 * @param pos the place: what is after it is unread
 * @param session the socket that reported it, by the name that its node gave it; empty if the record has none
 * @param end null if the place moves forward only; if it was set back, the last position that the conversation's
 *     partition of the log had: what the user sends after it moves the place again
 */
public record ReadReceipt(ConversationId conversation, UserId user, Position pos, String session, Position end) {

    private static final String UNREAD = "unread";

    public static ReadReceipt read(ConversationId conversation, UserId user, Position pos, String session) {
        return new ReadReceipt(conversation, user, pos, session, null);
    }

    public boolean setsBack() {
        return end != null;
    }

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object()
                .add("conv", conversation.value())
                .add("user", user.value())
                .add("pos", pos.value())
                .add("session", session);
        if (setsBack()) value.add("kind", UNREAD).add("end", end.value());
        var record = new ProducerRecord<>(
                Topics.RECEIPTS, conversation.toString(), value.build().toString());
        LogRecords.head(record.headers(), "receipt", epoch);
        return record;
    }

    /**
     * Records of earlier versions have no kind: they move the place forward.
     *
     * @throws UnreadableRecord if it is not such a record
     */
    public static ReadReceipt read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new ReadReceipt(
                        json.conversation(),
                        json.user(),
                        new Position(json.integer("pos")),
                        json.optionalText("session").orElse(""),
                        json.optionalText("kind").map(kind -> end(kind, json)).orElse(null)));
    }

    private static Position end(String kind, JsonFields json) {
        if (!kind.equals(UNREAD)) throw new IllegalArgumentException("unknown kind: " + kind);
        return new Position(json.integer("end"));
    }

    /**
     * The place of a receipt in the order of those of its conversation.
     *
     * @throws UnreadableRecord if its epoch is not a number
     */
    public static long order(ConsumerRecord<String, String> record) {
        return Position.at(LogRecords.epoch(record), record.offset()).value();
    }

    public PlaceChange change(long order) {
        return setsBack() ? PlaceChange.unread(order, pos, end) : PlaceChange.read(order, pos);
    }
}
