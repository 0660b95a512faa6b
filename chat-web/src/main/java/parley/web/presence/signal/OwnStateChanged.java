package parley.web.presence.signal;

import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;
import parley.domain.own.entity.OwnPart;

/**
 * CDI event: a part of a user's own state has changed, on any node.
 *
 * @param conversation null if the part does not belong to one
 * @param version of the user's own state, with this change
 * @param client what the client that made the change calls itself; empty if it has not said
 */
public record OwnStateChanged(UserId user, OwnPart part, ConversationId conversation, long version, String client) {

    /** What has changed. */
    public record What(UserId user, OwnPart part, ConversationId conversation) {}

    public What what() {
        return new What(user, part, conversation);
    }

    /** Of two changes of the same, the one that was made later. */
    public OwnStateChanged orLater(OwnStateChanged other) {
        return other.version < version ? this : other;
    }
}
