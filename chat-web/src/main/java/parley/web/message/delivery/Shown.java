package parley.web.message.delivery;

import java.util.List;
import parley.domain.conversation.entity.ConversationView;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.web.log.tail.TailItem;

/** CDI events: what users who are connected to this node are shown. */
public sealed interface Shown {

    /**
     * A message or a change of one; fired under the tail's lock, in log order.
     *
     * @param knowOriginal whether the receivers may read the message that this one replies to
     */
    record Item(TailItem item, List<UserId> receivers, boolean knowOriginal) implements Shown {

        public Item(TailItem item, List<UserId> receivers) {
            this(item, receivers, true);
        }
    }

    /** A conversation is new to the user or has changed. */
    record Conversation(UserId user, ConversationView view) implements Shown {}

    /** The user is no longer a member; fired under the tail's lock. */
    record Gone(UserId user, ConversationId conversation) implements Shown {}

    /**
     * @param read the place of the user
     * @param backAt null if the place moved forward; if the user has set it back, the end of the log at that time
     * @param reportedBy the name of the socket that is not shown it, unique among all nodes; empty if all are
     */
    record Receipt(
            ConversationId conversation,
            UserId user,
            Position read,
            Position backAt,
            List<UserId> receivers,
            String reportedBy)
            implements Shown {}

    /**
     * Whether accepted messages reach the database.
     *
     * @param seconds the age of the oldest message that is not stored
     */
    record StoreState(String state, long seconds) implements Shown {}
}
