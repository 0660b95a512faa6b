package parley.web.membership.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.domain.outbox.entity.MembershipChange;
import parley.log.rule.EntryKey;

/** Delays the answer to a call that changed memberships until this node has read the changes from the log. */
@ApplicationScoped
public class MembershipChangeWait {

    private static final int TIMEOUT_SECONDS = 5;

    @Inject
    ConversationOrder conversations;

    @Inject
    OutboxRelay relay;

    /** Returns after 5 s at the latest: the changes are committed and will be delivered. */
    public void await(List<MembershipChange> owed) {
        if (owed.isEmpty()) return;
        var missing = new CountDownLatch(owed.size());
        for (var change : owed) {
            var key = new EntryKey(change.conversation(), change.actor(), change.cid());
            conversations.readBack(key).whenComplete((read, failed) -> missing.countDown());
        }
        relay.wake();
        try {
            boolean all = missing.await(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            if (!all) {
                System.getLogger(MembershipChangeWait.class.getName())
                        .log(System.Logger.Level.INFO, "A membership change is committed and will be delivered later.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
