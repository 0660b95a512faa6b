package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Accepted;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.log.tail.Tail;
import parley.web.membership.relay.ConversationOrder;

/** Sends membership changes the way messages are sent. */
@ApplicationScoped
class MembershipRecords implements ConversationOrder {

    @Inject
    Intake intake;

    @Inject
    Pending pending;

    @Inject
    Tail tail;

    @Override
    public CompletionStage<Void> append(LogEntry.Event change) {
        var key = EntryKey.of(change);
        var read = join(key);
        intake.forward(change, key);
        return read;
    }

    @Override
    public CompletionStage<Void> readBack(EntryKey key) {
        var read = join(key);
        // Another node's relay may have been faster than this call.
        var first = tail.find(key);
        if (first != null) pending.repeated(key, first);
        return read;
    }

    private CompletionStage<Void> join(EntryKey key) {
        var read = new CompletableFuture<Void>();
        pending.join(key, new Waiter() {
            @Override
            public void accepted(Accepted place, Position prev, boolean dup) {
                read.complete(null);
            }

            @Override
            public void refused(Refused why) {
                read.completeExceptionally(why);
            }
        });
        return read;
    }
}
