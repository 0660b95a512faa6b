package parley.log.record;

import java.time.Duration;
import java.time.Instant;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;

/**
 * A record of the log in its place.
 *
 * @param appendedAt the log's own time for it
 * @param admitted the log's time when a node admitted it
 * @param origin the boot of the node that sent it
 */
public record Appended(
        int partition, int epoch, long offset, Instant appendedAt, Instant admitted, String origin, LogEntry entry) {

    /** A record that was appended later than this after its admission does not count: its sender had given up. */
    public static final Duration VOID_AFTER = Duration.ofSeconds(60);

    /** Refuses what has no position, so that {@link #pos} never fails. */
    public Appended {
        Position.at(epoch, offset);
        if (epoch < 0) throw new IllegalArgumentException("epoch out of range: " + epoch);
        if (appendedAt.isBefore(Instant.EPOCH) || admitted.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("a time before 1970");
        }
    }

    public Position pos() {
        return Position.at(epoch, offset);
    }

    /** {@code message}, which is this record's entry, in its place. */
    public LoggedMessage message(LogEntry.Message message) {
        return new LoggedMessage(
                message.conversation(),
                pos(),
                message.cid(),
                message.actor(),
                appendedAt,
                message.body().value(),
                message.replyTo());
    }

    /** {@code event}, which is this record's entry, in its place. */
    public LoggedEvent event(LogEntry.Event event) {
        return new LoggedEvent(event.conversation(), pos(), event.cid(), event.actor(), appendedAt, event.detail());
    }

    public boolean isVoid() {
        return appendedAt.isAfter(admitted.plus(VOID_AFTER));
    }
}
