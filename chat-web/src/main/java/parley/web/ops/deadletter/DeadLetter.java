package parley.web.ops.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.identity.Position;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;

/**
 * A record that could not be stored.
 *
 * @param conversation as in the key of the record, which may be anything; null if it has none
 * @param at when the record was appended to {@code chat_messages}
 * @param reason why it could not be stored
 */
record DeadLetter(int partition, int epoch, long offset, String conversation, Instant at, String reason) {

    /**
     * @param present the epoch of the log: a record without a valid one was parked under it
     * @return empty if the record does not name its origin: then the persister did not write it
     */
    static Optional<DeadLetter> read(ConsumerRecord<String, String> letter, int present) {
        try {
            long partition = Long.parseLong(header(letter, "origin-partition", ""));
            long offset = Long.parseLong(header(letter, "origin-offset", ""));
            long at = Long.parseLong(header(letter, "origin-timestamp", "" + letter.timestamp()));
            if (partition < 0 || partition > Integer.MAX_VALUE || offset < 0 || offset > Position.MAX_OFFSET)
                return Optional.empty();
            return Optional.of(new DeadLetter(
                    (int) partition,
                    epoch(letter, present),
                    offset,
                    letter.key(),
                    Instant.ofEpochMilli(at),
                    header(letter, "reason", "")));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }

    private static int epoch(ConsumerRecord<String, String> letter, int present) {
        try {
            return LogRecords.epoch(letter);
        } catch (UnreadableRecord invalid) {
            return present;
        }
    }

    private static String header(ConsumerRecord<?, ?> letter, String name, String otherwise) {
        var header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? otherwise : new String(header.value(), UTF_8);
    }
}
