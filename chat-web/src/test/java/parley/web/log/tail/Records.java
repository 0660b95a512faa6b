package parley.web.log.tail;

import java.time.Instant;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedMessage;
import parley.log.record.Appended;

/** Creates records, one second apart. */
final class Records {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final ConversationId CONVERSATION = new ConversationId(7);

    private Records() {}

    static Appended at(long offset) {
        var time = BEGIN.plusSeconds(offset);
        var message =
                new LogEntry.Message(CONVERSATION, Cid.at(time), new UserId(1), new Body("message " + offset), null);
        return new Appended(0, 0, offset, time, time, "a node", message);
    }

    static Appended revoke(long offset, long target) {
        var time = BEGIN.plusSeconds(offset);
        var detail = new EventDetail.Revoked(new Position(target));
        var event = new LogEntry.Event(CONVERSATION, Cid.at(time), new UserId(1), detail);
        return new Appended(0, 0, offset, time, time, "a node", event);
    }

    static TailItem item(long offset) {
        var record = at(offset);
        return new TailItem.Message(
                new LoggedMessage(
                        CONVERSATION,
                        new Position(offset),
                        record.entry().cid(),
                        new UserId(1),
                        record.appendedAt(),
                        "x",
                        null),
                null);
    }
}
