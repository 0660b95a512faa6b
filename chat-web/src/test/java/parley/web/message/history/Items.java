package parley.web.message.history;

import java.time.Instant;
import java.util.List;
import parley.domain.conversation.entity.ConversationKind;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.conversation.entity.UnreadCount;
import parley.domain.group.GroupAttributes;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.MessageView;
import parley.web.log.tail.TailItem;

/** Creates the items of a conversation. */
final class Items {

    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final ConversationId TALK = new ConversationId(7);
    static final UserId ADA = new UserId(1);
    static final UserId KIM = new UserId(2);

    private Items() {}

    static LoggedMessage loggedMessage(long pos) {
        var time = BEGIN.plusSeconds(pos);
        return new LoggedMessage(TALK, new Position(pos), Cid.at(time), ADA, time, "message " + pos, null);
    }

    static MessageView stored(long pos) {
        return MessageView.of(loggedMessage(pos));
    }

    static TailItem recent(long pos) {
        return new TailItem.Message(loggedMessage(pos), null);
    }

    static TailItem edited(long at, long target, String body) {
        return event(at, new EventDetail.Edited(new Position(target), body));
    }

    static TailItem revoked(long at, long target) {
        return event(at, new EventDetail.Revoked(new Position(target)));
    }

    private static TailItem event(long at, EventDetail detail) {
        return new TailItem.Event(loggedEvent(at, detail), null);
    }

    static LoggedEvent loggedEvent(long at, EventDetail detail) {
        var time = BEGIN.plusSeconds(at);
        return new LoggedEvent(TALK, new Position(at), Cid.at(time), ADA, time, detail);
    }

    /** @param last the last stored message, or null if there is none */
    static ConversationView view(MessageView last) {
        var lastPos = last == null ? new Position(0) : last.pos();
        return new ConversationView(
                TALK,
                ConversationKind.DIRECT,
                GroupAttributes.DEFAULT,
                2,
                List.of(),
                last,
                lastPos,
                BEGIN.plusSeconds(lastPos.value()),
                ReadPlace.UNKNOWN,
                UnreadCount.NONE,
                Role.MEMBER,
                ReadLimit.NONE);
    }
}
