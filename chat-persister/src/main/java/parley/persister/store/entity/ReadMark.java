package parley.persister.store.entity;

import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;

/** A record of the log that moves a member's own place: a message, or the record with which they joined. */
public record ReadMark(Member member, long pos) {

    public static ReadMark of(LogEntry.Message message, Position pos) {
        return new ReadMark(Member.of(message.conversation(), message.actor()), pos.value());
    }
}
