package parley.web.file.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.domain.identity.UserId;
import parley.domain.refusal.Refused;

/**
 * The transfers of contents at the same time, each of which holds a thread for as long as the client likes: those of a
 * user, so that nobody takes all, and those of the node, so that threads are left for everything else. Thread-safe.
 */
final class TransferLimit {

    private final int ofUser;
    private final Semaphore ofNode;
    private final Map<UserId, Integer> running = new ConcurrentHashMap<>();

    TransferLimit(int ofUser, int ofNode) {
        this.ofUser = ofUser;
        this.ofNode = new Semaphore(ofNode);
    }

    /** @throws Refused {@code unavailable} if there are too many */
    Transfer begin(UserId user) {
        if (!ofNode.tryAcquire()) throw refused("Too many files are transferred now; try again in a moment.");
        var transfer = new Running(user);
        if (running.merge(user, 1, Integer::sum) <= ofUser) return transfer;
        transfer.close();
        throw refused("You transfer too many files at once; try again in a moment.");
    }

    private static Refused refused(String detail) {
        return Refused.unavailable(detail, null);
    }

    private final class Running implements Transfer {

        private final UserId user;
        private final AtomicBoolean ended = new AtomicBoolean();

        private Running(UserId user) {
            this.user = user;
        }

        @Override
        public void close() {
            if (!ended.compareAndSet(false, true)) return;
            running.computeIfPresent(user, (id, transfers) -> transfers == 1 ? null : transfers - 1);
            ofNode.release();
        }
    }
}
