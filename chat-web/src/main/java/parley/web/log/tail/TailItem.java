package parley.web.log.tail;

import java.time.Instant;
import java.util.List;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
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

    /** The length of the text that a user wrote. */
    int bodyChars();

    /** The events among these items, in the same order. */
    static List<LoggedEvent> events(List<TailItem> items) {
        return items.stream()
                .filter(Event.class::isInstance)
                .map(item -> ((Event) item).happened())
                .toList();
    }

    record Message(LoggedMessage posted, Position prev) implements TailItem {
        @Override
        public ConversationId conversation() {
            return posted.conversation();
        }

        @Override
        public Position pos() {
            return posted.pos();
        }

        @Override
        public Instant ts() {
            return posted.ts();
        }

        @Override
        public TailItem after(Position before) {
            return new Message(posted, before);
        }

        @Override
        public int bodyChars() {
            return posted.body() == null ? 0 : posted.body().length();
        }
    }

    record Event(LoggedEvent happened, Position prev) implements TailItem {
        @Override
        public ConversationId conversation() {
            return happened.conversation();
        }

        @Override
        public Position pos() {
            return happened.at();
        }

        @Override
        public Instant ts() {
            return happened.ts();
        }

        @Override
        public TailItem after(Position before) {
            return new Event(happened, before);
        }

        @Override
        public int bodyChars() {
            return happened.detail().bodyChars();
        }
    }
}
