package parley.domain.message.entity;

import parley.domain.identity.Position;

/** One item of a catch-up, in its current state. */
public sealed interface CatchUpItem {

    Position pos();

    /** A message, or a shown membership change, with all later changes folded in. */
    record Message(MessageView view) implements CatchUpItem {
        @Override
        public Position pos() {
            return view.pos();
        }
    }

    /** A change of a message. An edit has the newest text, or null if the message was revoked later. */
    record Change(LoggedEvent event, EventDetail.OfMessage detail) implements CatchUpItem {
        @Override
        public Position pos() {
            return event.at();
        }
    }
}
