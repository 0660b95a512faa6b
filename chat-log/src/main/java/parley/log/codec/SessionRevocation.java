package parley.log.codec;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.topic.Topics;

/**
 * A record of {@code chat_sessions}: a session that ended before its token expires.
 *
 * @param expiresAt when the token expires; null for a tombstone, which removes the revocation from the topic
 */
public record SessionRevocation(String session, Instant expiresAt) {

    public static SessionRevocation tombstone(String session) {
        return new SessionRevocation(session, null);
    }

    /** @param epoch of the log */
    public ProducerRecord<String, String> toRecord(int epoch) {
        var record = new ProducerRecord<>(Topics.SESSIONS, session, expiresAt == null ? null : expiresAt.toString());
        LogRecords.head(record.headers(), "session", epoch);
        return record;
    }

    /** @throws UnreadableRecord if it is not such a record */
    public static SessionRevocation read(ConsumerRecord<String, String> record) {
        if (record.key() == null) throw new UnreadableRecord("it names no session", null);
        if (record.value() == null) return tombstone(record.key());
        try {
            return new SessionRevocation(record.key(), Instant.parse(record.value()));
        } catch (DateTimeParseException wrong) {
            throw new UnreadableRecord("its value is not a time", wrong);
        }
    }
}
