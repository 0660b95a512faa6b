package parley.web.ops.ledger;

import parley.domain.ledger.entity.LogOutcome;

/** Counts of one minute or of the whole range. */
final class LedgerCounts {

    long acknowledged;
    /** Stored, but without a note of an acknowledgement: the node was killed, or the sender got no answer. */
    long unnoted;

    long messages;
    long changes;
    long members;
    long unreadable;
    long rows;
    long events;
    long repeats;
    long voids;
    long afterRevoke;
    long parked;
    long pending;
    long missing;
    /** Acknowledged, and trimmed from the log since. */
    long trimmed;

    void record(LedgerRecord.Kind kind) {
        switch (kind) {
            case MESSAGE -> messages++;
            case CHANGE -> changes++;
            case MEMBER -> members++;
            case UNREADABLE -> unreadable++;
        }
    }

    void countOutcome(LogOutcome.Kind kind) {
        switch (kind) {
            case MESSAGE -> rows++;
            case EVENT -> events++;
            case REPEAT -> repeats++;
            case VOID -> voids++;
            case REVOKED -> afterRevoke++;
            case PARKED -> parked++;
        }
    }

    /** The number of records in the log. */
    long log() {
        return messages + changes + members + unreadable;
    }

    void add(LedgerCounts more) {
        acknowledged += more.acknowledged;
        unnoted += more.unnoted;
        messages += more.messages;
        changes += more.changes;
        members += more.members;
        unreadable += more.unreadable;
        rows += more.rows;
        events += more.events;
        repeats += more.repeats;
        voids += more.voids;
        afterRevoke += more.afterRevoke;
        parked += more.parked;
        pending += more.pending;
        missing += more.missing;
        trimmed += more.trimmed;
    }

    LedgerVerdict verdict() {
        if (missing > 0) return LedgerVerdict.MISSING;
        return pending > 0 ? LedgerVerdict.PENDING : LedgerVerdict.BALANCED;
    }
}
