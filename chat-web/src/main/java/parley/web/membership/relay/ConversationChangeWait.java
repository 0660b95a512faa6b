package parley.web.membership.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.domain.outbox.entity.GroupChange;
import parley.domain.outbox.entity.OutboxChange;
import parley.log.rule.EntryKey;
import parley.web.membership.NodeGroups;

/** Delays the answer to a call that changed a conversation until this node has read the changes from the log. */
@ApplicationScoped
public class ConversationChangeWait {

    private static final int TIMEOUT_SECONDS = 5;

    @Inject
    ConversationOrder conversations;

    @Inject
    OutboxRelay relay;

    @Inject
    NodeGroups groups;

    /** Returns after 5 s at the latest: the changes are committed and will be delivered. */
    public void await(List<OutboxChange.OfConversation> owed) {
        if (owed.isEmpty()) return;
        var recorded =
                owed.stream().filter(OutboxChange.OfConversation::isRecorded).toList();
        var missing = new CountDownLatch(recorded.size());
        for (var change : recorded) {
            var key = new EntryKey(change.conversation(), change.actor(), change.cid());
            conversations.readBack(key).whenComplete((read, failed) -> missing.countDown());
        }
        for (var change : owed) if (change instanceof GroupChange group) groups.apply(group);
        relay.wake();
        try {
            boolean all = missing.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (!all) {
                System.getLogger(ConversationChangeWait.class.getName())
                        .log(
                                System.Logger.Level.INFO,
                                "A change of a conversation is committed and will be delivered later.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
