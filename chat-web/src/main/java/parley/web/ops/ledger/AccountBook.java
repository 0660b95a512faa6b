package parley.web.ops.ledger;

import java.util.BitSet;
import java.util.List;
import parley.domain.ledger.entity.Account;

/** The accounts of a window, by offset. */
final class AccountBook {

    private final long from;
    private final Account.Kind[] kinds;
    private final BitSet doubles = new BitSet();

    AccountBook(long from, int size, List<Account> accounts) {
        this.from = from;
        this.kinds = new Account.Kind[size];
        for (var account : accounts) {
            int at = (int) (account.offset() - from);
            if (kinds[at] != null) doubles.set(at);
            kinds[at] = account.kind();
        }
    }

    /** Null where there is none. */
    Account.Kind kind(long offset) {
        return kinds[(int) (offset - from)];
    }

    boolean isDouble(long offset) {
        return doubles.get((int) (offset - from));
    }
}
