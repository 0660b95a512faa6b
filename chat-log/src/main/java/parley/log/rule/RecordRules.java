package parley.log.rule;

import parley.log.record.Appended;
import parley.log.rule.Classification.AfterRevoke;
import parley.log.rule.Classification.Duplicate;
import parley.log.rule.Classification.Effective;
import parley.log.rule.Classification.Expired;

/**
 * Decides which records take effect. Delivery, backfill and the persister must decide alike, or clients show what the
 * database does not hold; they differ only in their {@link KnownEntries}.
 */
public final class RecordRules {

    private RecordRules() {}

    /** @param known everything before {@code record} in its partition that can still matter */
    public static Classification classify(Appended record, KnownEntries known) {
        if (record.isVoid()) return new Expired();
        var first = known.first(EntryKey.of(record.entry()), record.pos());
        if (first != null) return new Duplicate(first);
        return isAfterRevoke(record, known) ? new AfterRevoke() : new Effective();
    }

    /** A second revoke is effective, because it changes nothing. */
    private static boolean isAfterRevoke(Appended record, KnownEntries known) {
        if (ChangeTarget.revokedBy(record.entry()).isPresent()) return false;
        return ChangeTarget.of(record.entry())
                .filter(target -> known.isRevoked(target, record.pos()))
                .isPresent();
    }
}
