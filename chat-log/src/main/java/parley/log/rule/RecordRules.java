package parley.log.rule;

import java.util.function.Predicate;
import parley.domain.identity.Position;
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
        var first = record.isVoid() ? null : known.first(EntryKey.of(record.entry()), record.pos());
        return classify(record, first, target -> known.isRevoked(target, record.pos()));
    }

    /**
     * For a caller that looks up the key itself, because it needs more of the first record than its position.
     *
     * @param first the position of the record that took the key before {@code record}, or null
     * @param revoked whether a message was revoked before {@code record}
     */
    public static Classification classify(Appended record, Position first, Predicate<ChangeTarget> revoked) {
        if (record.isVoid()) return new Expired();
        if (first != null) return new Duplicate(first);
        return isAfterRevoke(record, revoked) ? new AfterRevoke() : new Effective();
    }

    /** A second revoke is effective, because it changes nothing. */
    private static boolean isAfterRevoke(Appended record, Predicate<ChangeTarget> revoked) {
        if (ChangeTarget.revokedBy(record.entry()).isPresent()) return false;
        return ChangeTarget.of(record.entry()).filter(revoked).isPresent();
    }
}
