package parley.web.membership.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import parley.domain.identity.Position;
import parley.domain.message.entity.Accepted;
import parley.domain.outbox.entity.MembershipChange;
import parley.domain.refusal.Refused;
import parley.log.rule.EntryKey;
import parley.web.log.tail.Tail;
import parley.web.message.admission.Pending;
import parley.web.message.admission.Waiter;

/** Lets a call that changed memberships answer when its own node has read them from the log. */
@ApplicationScoped
public class Announcements {

    private static final int PATIENCE_SECONDS = 5;

    @Inject
    Pending pending;

    @Inject
    Tail tail;

    @Inject
    Relay relay;

    /** Returns after 5 s all the same: the changes are committed and will come. */
    public void await(List<MembershipChange> owed) {
        if (owed.isEmpty()) return;
        var missing = new CountDownLatch(owed.size());
        for (var change : owed) {
            var key = new EntryKey(change.conversation(), change.actor(), change.cid());
            pending.join(key, new Waiter() {
                @Override
                public void accepted(Accepted place, Position prev, boolean dup) {
                    missing.countDown();
                }

                @Override
                public void refused(Refused why) {
                    missing.countDown();
                }
            });
            // Another node's relay may have been faster than this.
            var first = tail.find(key);
            if (first != null) pending.accepted(key, first, null, true);
        }
        relay.wake();
        try {
            boolean all = missing.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!all) {
                System.getLogger(Announcements.class.getName())
                        .log(System.Logger.Level.INFO, "A change of membership is committed and comes later.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
