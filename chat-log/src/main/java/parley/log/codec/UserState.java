package parley.log.codec;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.account.entity.PublishedProfile;
import parley.domain.account.entity.UserProfile;
import parley.domain.account.entity.Username;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/** A record of {@code chat_users}: the public profile of one user. */
public record UserState(PublishedProfile user) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var profile = user.profile();
        var value = JsonFields.object()
                .add("user", profile.id().value())
                .add("username", profile.username())
                .add("displayName", profile.displayName())
                .add("state", user.state())
                .add("version", user.version())
                .build();
        var record = new ProducerRecord<>(Topics.USERS, profile.id().toString(), value.toString());
        LogRecords.head(record.headers(), "user", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static UserState read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new UserState(new PublishedProfile(
                        new UserProfile(
                                json.user(), new Username(json.text("username")).value(), json.text("displayName")),
                        json.optionalText("state").orElse(PublishedProfile.ACTIVE),
                        json.integer("version"))));
    }
}
