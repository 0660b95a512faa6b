package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_members}: the state of one membership.
 *
 * @param role null if the user left; the record is kept for its version
 * @param joinedVersion the version whose record limits what the member may read; 0 if nothing does
 * @param joined the position of that record; {@link ReadLimit#NOTHING} if it is not known yet
 */
public record MembershipState(
        ConversationId conversation, UserId user, Role role, long version, long joinedVersion, Position joined) {

    /** Of a member who may read everything, or of a former member. */
    public MembershipState(ConversationId conversation, UserId user, Role role, long version) {
        this(conversation, user, role, version, 0, ReadLimit.NONE);
    }

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object()
                .add("conv", conversation.value())
                .add("user", user.value())
                .add("version", version);
        if (role != null) value.add("role", role.code());
        if (joinedVersion != 0) {
            value.add("joined", joinedVersion);
            if (!joined.equals(ReadLimit.NOTHING)) value.add("joinedPos", joined.value());
        }
        var record = new ProducerRecord<>(
                Topics.MEMBERS, conversation + ":" + user, value.build().toString());
        LogRecords.head(record.headers(), "member", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static MembershipState read(ConsumerRecord<String, String> record) {
        return JsonFields.read(record.value(), json -> {
            long joinedVersion = json.has("joined") ? json.integer("joined") : 0;
            return new MembershipState(
                    json.conversation(),
                    json.user(),
                    Role.of(json.optionalText("role").orElse(null)),
                    json.integer("version"),
                    joinedVersion,
                    joined(json, joinedVersion));
        });
    }

    private static Position joined(JsonFields json, long joinedVersion) {
        if (joinedVersion == 0) return ReadLimit.NONE;
        return json.has("joinedPos") ? new Position(json.integer("joinedPos")) : ReadLimit.NOTHING;
    }
}
