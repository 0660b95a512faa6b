package parley.web.log.topic;

import jakarta.json.JsonObject;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;
import parley.log.record.UnreadableRecord;

/** What the records of the small topics hold: read strictly, because a client with access to a topic can write anything. */
public final class ControlRecordJson {

    private ControlRecordJson() {}

    /** @throws UnreadableRecord where its value is not one JSON object */
    public static JsonObject read(ConsumerRecord<String, String> record) {
        if (record.value() == null) throw new UnreadableRecord("it has no value", null);
        try {
            return StrictJson.object(record.value());
        } catch (IllegalArgumentException wrong) {
            throw new UnreadableRecord(wrong.getMessage(), wrong);
        }
    }

    /** @throws IllegalArgumentException where it is no plain integer */
    public static long integer(JsonObject json, String name) {
        return StrictJson.integer(name, json.get(name));
    }

    /** @throws IllegalArgumentException where it is no plain natural number below 2^31 */
    public static int natural(JsonObject json, String name) {
        long value = integer(json, name);
        if (value < 0 || value > Integer.MAX_VALUE)
            throw new IllegalArgumentException(name + " out of range: " + value);
        return (int) value;
    }

    public static ConversationId conversation(JsonObject json) {
        return new ConversationId(integer(json, "conv"));
    }

    public static UserId user(JsonObject json) {
        return new UserId(integer(json, "user"));
    }
}
