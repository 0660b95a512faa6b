package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/** A record of {@code chat_signals}: something that only connected clients are notified of. */
public sealed interface Signal {

    String TYPING = "typing";
    String RENAMED = "renamed";

    ConversationId conversation();

    /** @param session the socket that reported it, by the name that its node gave it */
    record Typing(ConversationId conversation, UserId user, String session) implements Signal {}

    /** The conversation has another title. */
    record Renamed(ConversationId conversation) implements Signal {}

    /** @param epoch of the log */
    default ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object();
        var kind = switch (this) {
            case Typing typing -> {
                value.add("user", typing.user().value()).add("session", typing.session());
                yield TYPING;
            }
            case Renamed renamed -> RENAMED;
        };
        value.add("kind", kind).add("conv", conversation().value());
        var record = new ProducerRecord<>(
                Topics.SIGNALS, conversation().toString(), value.build().toString());
        LogRecords.head(record.headers(), kind, epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    static Signal read(ConsumerRecord<String, String> record) {
        return JsonFields.read(record.value(), json -> {
            var conversation = json.conversation();
            var kind = json.text("kind");
            return switch (kind) {
                case TYPING -> new Typing(conversation, json.user(), json.text("session"));
                case RENAMED -> new Renamed(conversation);
                default -> throw new IllegalArgumentException("a signal of kind " + kind);
            };
        });
    }
}
