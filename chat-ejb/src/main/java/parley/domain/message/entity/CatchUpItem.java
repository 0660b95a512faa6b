package parley.domain.message.entity;

import parley.domain.identity.Position;

/** One item of a catch-up, in its current state. */
public sealed interface CatchUpItem {

    Position pos();

    /** The same item for a user who may read from {@code first} on: an edit of an earlier message has no text. */
    default CatchUpItem readableFrom(Position first) {
        return this;
    }

    /** A message, or a shown change of the conversation, with all later changes folded in. */
    record Message(MessageView view) implements CatchUpItem {
        @Override
        public Position pos() {
            return view.pos();
        }
    }

    /** A change of a message. An edit has the newest text, or null if the message was revoked later. */
    record Change(LoggedEvent event, EventDetail.OfMessage detail) implements CatchUpItem {
        @Override
        public CatchUpItem readableFrom(Position first) {
            return first.isAfter(detail.target()) && detail instanceof EventDetail.Edited
                    ? new Change(event, new EventDetail.Edited(detail.target(), null))
                    : this;
        }

        @Override
        public Position pos() {
            return event.at();
        }
    }
}
