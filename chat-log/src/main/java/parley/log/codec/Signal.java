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
    String OWN = "own";

    /** The key of the record; signals with the same key keep their order. */
    default String key() {
        return switch (this) {
            case Typing typing -> typing.conversation().toString();
            case Renamed renamed -> renamed.conversation().toString();
            case Own own -> "user:" + own.user();
        };
    }

    /** @param session the socket that reported it, by the name that its node gave it */
    record Typing(ConversationId conversation, UserId user, String session) implements Signal {}

    /** The conversation has another title. */
    record Renamed(ConversationId conversation) implements Signal {}

    /**
     * A part of a user's own state has changed. The record does not contain the part itself.
     *
     * @param what the part, by its code
     * @param conversation null if the part does not belong to one
     * @param client what the client that made the change calls itself; empty if it has not said
     */
    record Own(UserId user, String what, ConversationId conversation, long version, String client) implements Signal {}

    /** @param epoch of the log */
    default ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object();
        var kind = switch (this) {
            case Typing typing -> {
                value.add("user", typing.user().value())
                        .add("session", typing.session())
                        .add("kind", TYPING)
                        .add("conv", typing.conversation().value());
                yield TYPING;
            }
            case Renamed renamed -> {
                value.add("kind", RENAMED).add("conv", renamed.conversation().value());
                yield RENAMED;
            }
            case Own own -> {
                value.add("kind", OWN).add("user", own.user().value()).add("what", own.what());
                if (own.conversation() != null)
                    value.add("conv", own.conversation().value());
                value.add("version", own.version()).add("client", own.client());
                yield OWN;
            }
        };
        var record = new ProducerRecord<>(Topics.SIGNALS, key(), value.build().toString());
        LogRecords.head(record.headers(), kind, epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    static Signal read(ConsumerRecord<String, String> record) {
        return JsonFields.read(record.value(), json -> {
            var kind = json.text("kind");
            return switch (kind) {
                case TYPING -> new Typing(json.conversation(), json.user(), json.text("session"));
                case RENAMED -> new Renamed(json.conversation());
                case OWN ->
                    new Own(
                            json.user(),
                            json.text("what"),
                            json.optionalConversation(),
                            json.integer("version"),
                            json.optionalText("client").orElse(""));
                default -> throw new IllegalArgumentException("a signal of kind " + kind);
            };
        });
    }
}
