package parley.web.message.delivery;

import parley.domain.identity.ConversationId;
import parley.domain.identity.UserId;

/** Learns, in the log's order, which conversations are new to a user or have changed; called under the tail's lock. */
public interface ConversationListener {

    /** {@code user} is a member from now on, or has another role. */
    void onJoined(ConversationId conversation, UserId user);

    /** The attributes of the group changed. */
    void onChanged(ConversationId conversation);
}
