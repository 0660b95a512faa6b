package parley.web.message.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import parley.domain.identity.Position;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.AppendResult;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.log.tail.LogTail;
import parley.web.membership.relay.ConversationOrder;

/** Sends changes of conversations to the log like messages. */
@ApplicationScoped
class MembershipRecords implements ConversationOrder {

    @Inject
    AdmissionControl admission;

    @Inject
    PendingSends pending;

    @Inject
    LogTail tail;

    @Override
    public CompletionStage<Position> append(LogEntry.Event change) {
        var key = EntryKey.of(change);
        var read = join(key);
        admission.forward(change, key);
        return read;
    }

    @Override
    public CompletionStage<Position> readBack(EntryKey key) {
        var read = join(key);
        // Another node's relay may have been faster than this call.
        var first = tail.find(key);
        if (first != null) pending.onRepeated(key, first);
        return read;
    }

    private CompletionStage<Position> join(EntryKey key) {
        var read = new CompletableFuture<Position>();
        pending.join(key, new SendCallback() {
            @Override
            public void onAccepted(AppendResult place, Position prev, boolean dup) {
                read.complete(place.pos());
            }

            @Override
            public void onRefused(Refused why) {
                read.completeExceptionally(why);
            }
        });
        return read;
    }
}
