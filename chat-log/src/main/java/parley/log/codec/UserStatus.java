package parley.log.codec;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_statuses}: what others may see of a user's own state. A record without any of it is kept for
 * its version.
 *
 * @param version of the user's own state
 * @param text null if there is none, as the other fields
 * @param until when text and emoji end; null: when the user changes them
 * @param dndUntil the end of the user's do-not-disturb
 * @param hidesLastSeen whether others must not see when the user was last connected
 * @param zone the time zone of the user, as in the IANA time zone database
 * @param hours when the user works
 */
public record UserStatus(
        UserId user,
        long version,
        String text,
        String emoji,
        Instant until,
        Instant dndUntil,
        boolean hidesLastSeen,
        String zone,
        WeeklyHours hours) {

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var value = JsonFields.object().add("user", user.value()).add("version", version);
        if (text != null) value.add("text", text);
        if (emoji != null) value.add("emoji", emoji);
        if (until != null) value.add("until", until.toString());
        if (dndUntil != null) value.add("dndUntil", dndUntil.toString());
        if (hidesLastSeen) value.add("hidesLastSeen", true);
        if (zone != null) value.add("zone", zone);
        if (hours != null) value.add("hours", hours.toJson());
        var record = new ProducerRecord<>(
                Topics.STATUSES, user.toString(), value.build().toString());
        LogRecords.head(record.headers(), "status", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static UserStatus read(ConsumerRecord<String, String> record) {
        return JsonFields.read(
                record.value(),
                json -> new UserStatus(
                        json.user(),
                        json.integer("version"),
                        json.optionalText("text").orElse(null),
                        json.optionalText("emoji").orElse(null),
                        json.optionalText("until").map(Instant::parse).orElse(null),
                        json.optionalText("dndUntil").map(Instant::parse).orElse(null),
                        json.flag("hidesLastSeen"),
                        json.optionalText("zone").orElse(null),
                        json.has("hours") ? WeeklyHours.read(json.json().getJsonObject("hours")) : null));
    }

    /** Whether it shows others nothing at all. */
    public boolean isNothing() {
        return showsAs(new UserStatus(user, version, null, null, null, null, false, null, null));
    }

    /** Whether it shows others the same as {@code other}, at whichever version. */
    public boolean showsAs(UserStatus other) {
        return other != null
                && equals(new UserStatus(
                        other.user,
                        version,
                        other.text,
                        other.emoji,
                        other.until,
                        other.dndUntil,
                        other.hidesLastSeen,
                        other.zone,
                        other.hours));
    }

    /** Hides the text. */
    @Override
    public String toString() {
        return "UserStatus[" + user + ", " + version + "]";
    }
}
