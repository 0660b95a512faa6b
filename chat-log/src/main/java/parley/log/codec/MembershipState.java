package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_members}: the state of one membership.
 *
 * @param role null if the user left; the record is kept for its version
 */
public record MembershipState(ConversationId conversation, UserId user, Role role, long version) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object()
                .add("conv", conversation.value())
                .add("user", user.value())
                .add("version", version);
        if (role != null) value.add("role", role.code());
        var record = new ProducerRecord<>(
                Topics.MEMBERS, conversation + ":" + user, value.build().toString());
        LogRecords.head(record.headers(), "member", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static MembershipState read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new MembershipState(
                        json.conversation(),
                        json.user(),
                        Role.of(json.optionalText("role").orElse(null)),
                        json.integer("version")));
    }
}
