package parley.domain.message.entity;

import parley.domain.group.AttributeChange;
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

    /** A change of the conversation itself; if shown, it is a line of the conversation. */
    sealed interface OfConversation extends EventDetail {
        boolean shown();
    }

    /**
     * @param role null if {@code user} left
     * @param joinedVersion the version of the record from which on the member may read, which is this one if it equals
     *     {@code version}; 0 if nothing limits what the member may read
     */
    record MemberChanged(UserId user, Role role, long version, boolean shown, long joinedVersion)
            implements OfConversation {

        /** Of a member who may read everything. */
        public MemberChanged(UserId user, Role role, long version, boolean shown) {
            this(user, role, version, shown, 0);
        }

        @Override
        public String kind() {
            return "member";
        }

        /** Whether the member may read from this record on only. */
        public boolean limitsReading() {
            return role != null && joinedVersion != 0 && joinedVersion == version;
        }
    }

    /**
     * @param change the new values
     * @param version increases with each change of the group's attributes
     */
    record GroupChanged(AttributeChange change, long version) implements OfConversation {
        @Override
        public String kind() {
            return "changed";
        }

        @Override
        public boolean shown() {
            return true;
        }

        @Override
        public int bodyChars() {
            return change.textChars();
        }
    }
}
