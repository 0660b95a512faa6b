package parley.log.record;

import java.time.Duration;
import java.time.Instant;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;

/**
 * A record of the log with its position.
 *
 * @param appendedAt its append time
 * @param admitted the log clock's time of its admission
 * @param origin the boot of the node that sent it
 */
public record Appended(
        int partition, int epoch, long offset, Instant appendedAt, Instant admitted, String origin, LogEntry entry) {

    /** A record appended later than this after its admission is void: its sender has given up. */
    public static final Duration VOID_AFTER = Duration.ofSeconds(60);

    /** Rejects values without a valid position, so that {@link #pos} never fails. */
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

    /** This record's entry, {@code message}, with its position. */
    public LoggedMessage message(LogEntry.Message message) {
        return new LoggedMessage(
                message.conversation(),
                pos(),
                message.cid(),
                message.actor(),
                appendedAt,
                message.body().value(),
                message.replyTo(),
                message.mentions(),
                message.files());
    }

    /** This record's entry, {@code event}, with its position. */
    public LoggedEvent event(LogEntry.Event event) {
        return new LoggedEvent(event.conversation(), pos(), event.cid(), event.actor(), appendedAt, event.detail());
    }

    public boolean isVoid() {
        return appendedAt.isAfter(admitted.plus(VOID_AFTER));
    }
}
