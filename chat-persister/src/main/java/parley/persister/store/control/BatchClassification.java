package parley.persister.store.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.domain.identity.Position;
import parley.domain.log.entity.SkippedRecord.Why;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.log.rule.Classification;
import parley.log.rule.EntryKey;
import parley.log.rule.KnownEntries;
import parley.log.rule.SequenceClassifier;

/** Divides the records of a batch, in the log's order, into those that become rows and those that are skipped. */
public record BatchClassification(List<Appended> effective, List<Skipped> skipped) {

    /**
     * A record that produces no row.
     *
     * @param first the position of the first record, for a duplicate; otherwise null
     */
    public record Skipped(Appended record, Why why, Position first) {}

    /**
     * What the database holds under the partition's lock. All of it counts as earlier than the batch: a replayed record
     * must neither take a key from a stored record nor undo a revoke, regardless of their order in the log.
     */
    private record Stored(Map<EntryKey, Position> taken, Set<ChangeTarget> revoked) implements KnownEntries {

        @Override
        public Position first(EntryKey key, Position before) {
            return taken.get(key);
        }

        @Override
        public boolean isRevoked(ChangeTarget target, Position before) {
            return revoked.contains(target);
        }
    }

    /**
     * @param taken the keys of {@code records} that are in the database, with their positions
     * @param revoked the targets of {@code records} that are revoked in the database
     */
    public static BatchClassification of(
            List<Appended> records, Map<EntryKey, Position> taken, Set<ChangeTarget> revoked) {
        var classifier = new SequenceClassifier(new Stored(taken, revoked));
        var effective = new ArrayList<Appended>();
        var skipped = new ArrayList<Skipped>();
        for (var record : records) {
            switch (classifier.classify(record)) {
                case Classification.Effective yes -> effective.add(record);
                case Classification.Expired expired -> skipped.add(new Skipped(record, Why.VOID, null));
                case Classification.Duplicate(var first) -> skipped.add(new Skipped(record, Why.REPEAT, first));
                case Classification.AfterRevoke late -> skipped.add(new Skipped(record, Why.REVOKED, null));
            }
        }
        return new BatchClassification(effective, skipped);
    }
}
