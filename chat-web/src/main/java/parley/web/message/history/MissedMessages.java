package parley.web.message.history;

import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

/** The pages of what one client missed. */
public interface MissedMessages {

    /** Whether the client still receives the messages of the conversation. */
    boolean receives(ConversationId conversation);

    /**
     * What follows {@code after}, or null if neither the tail nor the database has it now.
     *
     * @param live called if the page is the last one, while nothing is delivered
     */
    CatchUpPage page(ConversationId conversation, Position after, Runnable live);
}
