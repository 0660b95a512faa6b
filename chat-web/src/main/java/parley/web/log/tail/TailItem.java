package parley.web.log.tail;

import java.time.Instant;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;

/** Something of a conversation that its members see. */
public sealed interface TailItem {

    ConversationId conversation();

    Position pos();

    Instant ts();

    /** What was before it in the conversation, or null where this node does not know. */
    Position prev();

    /** The same, with what was before it. */
    TailItem after(Position before);

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
    }
}
