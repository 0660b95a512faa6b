package parley.domain.message.entity;

import parley.domain.identity.Position;
import parley.domain.identity.Role;
import parley.domain.identity.UserId;
import parley.domain.text.TextRules;

/** The contents of an event. */
public sealed interface EventDetail {

    /** The form used in tables and frames. */
    String kind();

    /** The length of the text that a person wrote. */
    default int bodyChars() {
        return 0;
    }

    /** A change of the message at {@link #target}. */
    sealed interface OfMessage extends EventDetail {
        Position target();
    }

    /**
     * @param body null if it was erased
     * @param mentions of the new text
     */
    record Edited(Position target, String body, Mentions mentions) implements OfMessage {

        public Edited(Position target, String body) {
            this(target, body, Mentions.NONE);
        }

        @Override
        public String kind() {
            return "edited";
        }

        @Override
        public int bodyChars() {
            return body == null ? 0 : body.length();
        }
    }

    record Revoked(Position target) implements OfMessage {
        @Override
        public String kind() {
            return "revoked";
        }
    }

    /**
     * Records and rows that predate the rule can contain an emoji without its variation selectors. Such an emoji is
     * replaced by its fully qualified form, so that it equals the form in which a client adds or removes it.
     *
     * @param emoji fully qualified; unchanged if it is not in Unicode's list
     */
    record Reaction(Position target, String emoji, boolean on) implements OfMessage {
        public Reaction {
            emoji = TextRules.qualifiedEmoji(emoji);
        }

        @Override
        public String kind() {
            return "reaction";
        }
    }

    /** @param role null if {@code user} left */
    record MemberChanged(UserId user, Role role, long version, boolean shown) implements EventDetail {
        @Override
        public String kind() {
            return "member";
        }
    }
}
