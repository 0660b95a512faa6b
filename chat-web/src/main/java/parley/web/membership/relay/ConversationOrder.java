package parley.web.membership.relay;

import java.util.concurrent.CompletionStage;
import parley.domain.log.entity.LogEntry;
import parley.log.rule.EntryKey;

/** Puts changes of conversations into the order of their conversations; the message component implements it. */
public interface ConversationOrder {

    /** Completes when this node has read the record from the log; fails if the log did not take it in time. */
    CompletionStage<Void> append(LogEntry.Event change);

    /** As {@link #append}, for a record that this or another node appends; completes at once if it was read before. */
    CompletionStage<Void> readBack(EntryKey key);
}
