package parley.domain.message.entity;

import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;

/** What an event says. */
public sealed interface EventDetail {

    /** As it stands in tables and frames. */
    String kind();

    /** A change of a message, which it names. */
    sealed interface OfMessage extends EventDetail {
        Position target();
    }

    record Edited(Position target, String body) implements OfMessage {
        @Override
        public String kind() {
            return "edited";
        }
    }

    record Revoked(Position target) implements OfMessage {
        @Override
        public String kind() {
            return "revoked";
        }
    }

    record Reaction(Position target, String emoji, boolean on) implements OfMessage {
        @Override
        public String kind() {
            return "reaction";
        }
    }

    /** @param role null: {@code user} is gone */
    record MemberChanged(UserId user, Role role, long version, boolean shown) implements EventDetail {
        @Override
        public String kind() {
            return "member";
        }
    }
}
