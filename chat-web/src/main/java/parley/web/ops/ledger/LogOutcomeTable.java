package parley.web.ops.ledger;

import java.util.BitSet;
import java.util.List;
import parley.domain.ledger.entity.LogOutcome;

/** The outcomes of a window by offset. */
final class LogOutcomeTable {

    private final long from;
    private final LogOutcome.Kind[] kinds;
    private final BitSet doubles = new BitSet();

    LogOutcomeTable(long from, int size, List<LogOutcome> accounts) {
        this.from = from;
        this.kinds = new LogOutcome.Kind[size];
        for (var account : accounts) {
            int at = (int) (account.offset() - from);
            if (kinds[at] != null) doubles.set(at);
            kinds[at] = account.kind();
        }
    }

    /** Null if there is none. */
    LogOutcome.Kind kind(long offset) {
        return kinds[(int) (offset - from)];
    }

    boolean isDouble(long offset) {
        return doubles.get((int) (offset - from));
    }
}
