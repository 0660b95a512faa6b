package parley.log.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.identity.UserId;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_sessions} that ends all sessions of a user except one. Its key and value have the form of a
 * {@link SessionRevocation}, so that earlier versions read it as the end of a session that nobody has.
 *
 * @param before sessions that began before this ended
 * @param except the session that goes on
 * @param expiresAt when the last of the ended tokens expires
 */
public record UserSessionsRevocation(UserId user, Instant before, String except, Instant expiresAt) {

    private static final String PREFIX = "user:";
    private static final String BEFORE = "before";
    private static final String EXCEPT = "except";

    /** The key of the record: each one is deleted when the tokens that it ended have expired. */
    public String key() {
        return PREFIX + user + ":" + before.toEpochMilli();
    }

    /** Whether the record ends the sessions of a user, and not one session or a tombstone. */
    public static boolean is(ConsumerRecord<String, String> record) {
        return record.key() != null && record.key().startsWith(PREFIX) && record.value() != null;
    }

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var record = new ProducerRecord<>(Topics.SESSIONS, key(), expiresAt.toString());
        LogRecords.head(record.headers(), "sessions", epoch);
        record.headers().add(BEFORE, before.toString().getBytes(UTF_8)).add(EXCEPT, except.getBytes(UTF_8));
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static UserSessionsRevocation read(ConsumerRecord<String, String> record) {
        try {
            return new UserSessionsRevocation(
                    UserId.parse(record.key().split(":")[1]),
                    Instant.parse(header(record, BEFORE)),
                    header(record, EXCEPT),
                    Instant.parse(record.value()));
        } catch (DateTimeParseException | IllegalArgumentException wrong) {
            throw new UnreadableRecord("it does not end the sessions of a user", wrong);
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("no header " + name));
    }
}
