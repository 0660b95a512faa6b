package parley.log.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.Position;
import parley.log.record.Appended;

/**
 * Classifies consecutive records of one partition, taking the earlier ones of the sequence into account. Not
 * thread-safe.
 */
public final class SequenceClassifier {

    private final KnownEntries earlier;
    private final Map<EntryKey, Position> first = new HashMap<>();
    private final Set<ChangeTarget> revoked = new HashSet<>();

    /** @param earlier the records before the sequence */
    public SequenceClassifier(KnownEntries earlier) {
        this.earlier = earlier;
    }

    /** @param record after all records that were classified before */
    public Classification classify(Appended record) {
        var classification = RecordRules.classify(record, new Known());
        if (classification instanceof Classification.Effective) {
            first.put(EntryKey.of(record.entry()), record.pos());
            ChangeTarget.revokedBy(record.entry()).ifPresent(revoked::add);
        }
        return classification;
    }

    private final class Known implements KnownEntries {

        @Override
        public Position first(EntryKey key, Position before) {
            var own = first.get(key);
            return own != null ? own : earlier.first(key, before);
        }

        @Override
        public boolean isRevoked(ChangeTarget target, Position before) {
            return revoked.contains(target) || earlier.isRevoked(target, before);
        }
    }
}
