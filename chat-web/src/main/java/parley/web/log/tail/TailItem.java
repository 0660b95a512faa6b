package parley.web.log.tail;

import java.time.Instant;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;

/** An item of a conversation that its members see. */
public sealed interface TailItem {

    ConversationId conversation();

    Position pos();

    Instant ts();

    /** The position of the item before it in the conversation, or null if this node does not know it. */
    Position prev();

    /** The same item with another {@link #prev}. */
    TailItem after(Position before);

    /** The length of the text that a user wrote, and of the descriptions of files. */
    int bodyChars();

    /** The events among these items, in the same order. */
    static List<LoggedEvent> events(List<TailItem> items) {
        return items.stream()
                .filter(Event.class::isInstance)
                .map(item -> ((Event) item).event())
                .toList();
    }

    record Message(LoggedMessage message, Position prev) implements TailItem {
        @Override
        public ConversationId conversation() {
            return message.conversation();
        }

        @Override
        public Position pos() {
            return message.pos();
        }

        @Override
        public Instant ts() {
            return message.ts();
        }

        @Override
        public TailItem after(Position before) {
            return new Message(message, before);
        }

        @Override
        public int bodyChars() {
            int text = message.body() == null ? 0 : message.body().length();
            return text + message.files().stream().mapToInt(AttachedFile::chars).sum();
        }
    }

    record Event(LoggedEvent event, Position prev) implements TailItem {
        @Override
        public ConversationId conversation() {
            return event.conversation();
        }

        @Override
        public Position pos() {
            return event.at();
        }

        @Override
        public Instant ts() {
            return event.ts();
        }

        @Override
        public TailItem after(Position before) {
            return new Event(event, before);
        }

        /** An edit for a user who may not read the message: it only keeps its place in the order. */
        public Event withoutText() {
            if (!(event.detail() instanceof EventDetail.Edited edit)) return this;
            return new Event(event.with(new EventDetail.Edited(edit.target(), null)), prev);
        }

        @Override
        public int bodyChars() {
            return event.detail().bodyChars();
        }
    }
}
