package parley.web.message.history;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/** The pages of what one client has missed. */
public interface MissedMessages {

    /** Whether this client still receives what is posted in the conversation. */
    boolean receives(ConversationId conversation);

    /**
     * What follows {@code after}, or null if neither the tail nor the database can tell now.
     *
     * @param live called if the page is the last one, while nothing is delivered
     */
    CatchUpPage page(ConversationId conversation, Position after, Runnable live);
}
