package parley.web.search.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import parley.domain.identity.Position;
import parley.log.record.Appended;
import parley.log.rule.ChangeTarget;
import parley.log.rule.Classification;
import parley.log.rule.EntryKey;
import parley.log.rule.KnownEntries;
import parley.log.rule.RecordRules;

/**
 * Recognizes repeats in one partition. A repeat that is in the log was sent before the first record was read, so it is
 * near it; later ones are recognized by the node that would have to send them. Changes after a revoke are recognized by
 * the index, which does not have the message any more.
 */
final class RepeatWindow {

    /** Longer than a record and its repeat can be apart. */
    static final Duration SPAN = Appended.VOID_AFTER.multipliedBy(3);

    private record Entry(EntryKey key, Instant appendedAt) {}

    private final Map<EntryKey, Position> first = new HashMap<>();
    private final Queue<Entry> oldestFirst = new ArrayDeque<>();

    /** @param record after all records that were passed before */
    Classification classify(Appended record) {
        var classification = RecordRules.classify(record, new Known());
        if (classification instanceof Classification.Effective) {
            var key = EntryKey.of(record.entry());
            first.put(key, record.pos());
            oldestFirst.add(new Entry(key, record.appendedAt()));
        }
        forget(record.appendedAt().minus(SPAN));
        return classification;
    }

    private void forget(Instant before) {
        while (!oldestFirst.isEmpty() && oldestFirst.peek().appendedAt.isBefore(before))
            first.remove(oldestFirst.remove().key);
    }

    private final class Known implements KnownEntries {

        @Override
        public Position first(EntryKey key, Position before) {
            return first.get(key);
        }

        @Override
        public boolean isRevoked(ChangeTarget target, Position before) {
            return false;
        }
    }
}
