package parley.web.message.admission;

import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.log.connection.LogGuard;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailReader;
import parley.web.platform.runtime.Leaving;

/** Whether this node may admit anything now: it must recognize every repeat, and its records must come in time. */
final class AdmissionGate {

    private final Leaving leaving;
    private final LogGuard guard;
    private final TailReader reader;
    private final Tail tail;
    private final int mostIndexed;

    /** @param mostIndexed entries of the index above which this node refuses rather than forgets */
    AdmissionGate(Leaving leaving, LogGuard guard, TailReader reader, Tail tail, int mostIndexed) {
        this.leaving = leaving;
        this.guard = guard;
        this.reader = reader;
        this.tail = tail;
        this.mostIndexed = mostIndexed;
    }

    /** @throws Refused {@code unavailable} */
    void requireOpen(int partition) {
        leaving.refuse();
        guard.require();
        if (!reader.isIndexWhole() || !reader.isRecent(partition)) {
            throw new Refused(Refusal.UNAVAILABLE, "This node is not at the end of the log.");
        }
        if (tail.indexSize() >= mostIndexed) {
            throw new Refused(Refusal.UNAVAILABLE, "This node has no memory left to recognize repeated sends.");
        }
    }
}
