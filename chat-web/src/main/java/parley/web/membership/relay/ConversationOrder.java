package parley.web.membership.relay;

import java.util.concurrent.CompletionStage;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.log.rule.EntryKey;

/** Puts changes of conversations into the order of their conversations; the message component implements it. */
public interface ConversationOrder {

    /**
     * Completes with the record's position when this node has read it from the log; fails if the log did not take it in
     * time. A repeat has the position of the first record.
     */
    CompletionStage<Position> append(LogEntry.Event change);

    /** As {@link #append}, for a record that this or another node appends; completes at once if it was read before. */
    CompletionStage<Position> readBack(EntryKey key);
}
