package parley.domain.message.entity;

import parley.domain.identity.Position;

/** What a client that catches up is shown at one place of a conversation, as it stands now. */
public sealed interface CatchUpItem {

    Position pos();

    /** A message, or a line about membership, with all later changes folded in. */
    record Message(MessageView view) implements CatchUpItem {
        @Override
        public Position pos() {
            return view.pos();
        }
    }

    /** A change of a message. An edit has the newest text, and none (null) where the message was revoked later. */
    record Change(LoggedEvent event, EventDetail.OfMessage detail) implements CatchUpItem {
        @Override
        public Position pos() {
            return event.at();
        }
    }
}
