package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.group.AttributeChange;
import parley.domain.group.GroupAttributes;
import parley.domain.identity.ConversationId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/** A record of {@code chat_conversations}: the attributes of one group. What is not in it has its default value. */
public record GroupState(ConversationId conversation, GroupAttributes attributes, long version) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object().add("conv", conversation.value()).add("version", version);
        AttributeChange.to(attributes).toJson().forEach(value::add);
        var record = new ProducerRecord<>(
                Topics.CONVERSATIONS, conversation.toString(), value.build().toString());
        LogRecords.head(record.headers(), "conversation", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static GroupState read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new GroupState(
                        json.conversation(),
                        GroupAttributes.DEFAULT.with(AttributeChange.read(json.json())),
                        json.integer("version")));
    }
}
