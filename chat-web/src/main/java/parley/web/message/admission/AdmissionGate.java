package parley.web.message.admission;

import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.platform.runtime.DrainState;

/**
 * Whether this node may admit records now: it must recognize every repeat, and its records must reach the log in time.
 */
final class AdmissionGate {

    private final DrainState drain;
    private final LogIdentityCheck identityCheck;
    private final TailStatus tailStatus;
    private final LogTail tail;
    private final int mostIndexed;

    /** @param mostIndexed the number of index entries from which on sends are refused */
    AdmissionGate(
            DrainState drain, LogIdentityCheck identityCheck, TailStatus tailStatus, LogTail tail, int mostIndexed) {
        this.drain = drain;
        this.identityCheck = identityCheck;
        this.tailStatus = tailStatus;
        this.tail = tail;
        this.mostIndexed = mostIndexed;
    }

    /** @throws Refused {@code unavailable} */
    void requireOpen(int partition) {
        drain.refuse();
        identityCheck.require();
        if (!tailStatus.isIndexComplete() || !tailStatus.isRecent(partition)) {
            throw new Refused(Refusal.UNAVAILABLE, "This node is not at the end of the log.");
        }
        if (tail.indexSize() >= mostIndexed) {
            throw new Refused(Refusal.UNAVAILABLE, "This node has no memory left to recognize repeated sends.");
        }
    }
}
