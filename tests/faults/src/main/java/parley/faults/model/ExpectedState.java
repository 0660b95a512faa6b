package parley.faults.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the contract makes of the records of the log: the first record of a key counts, a record that was appended too
 * late is void, and nothing changes a message after its revoke.
 */
final class ExpectedState {

    enum Category {
        MESSAGE,
        EVENT,
        REPEAT,
        VOID,
        REVOKED,
        PARKED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param firstPos of a repeat: the position of the first record with the key; else -1 */
    record ExpectedRecord(LogRecord record, Category category, long firstPos) {

        ExpectedRecord(LogRecord record, Category category) {
            this(record, category, -1);
        }

        boolean isRow() {
            return category == Category.MESSAGE || category == Category.EVENT;
        }
    }

    private record Target(long conversation, long pos) {}

    private final Map<Integer, Map<Long, ExpectedRecord>> byOffset = new HashMap<>();
    private final Map<Key, ExpectedRecord> first = new HashMap<>();
    private final Map<Long, Lines> conversations = new HashMap<>();
    private final Set<Target> revoked = new HashSet<>();

    private ExpectedState() {}

    /** @param log by partition and offset; a missing offset is a violation */
    static ExpectedState of(List<LogRecord> log, Findings findings) {
        var state = new ExpectedState();
        LogOffset last = null;
        for (var record : log) {
            var logOffset = record.logOffset();
            if (last != null && last.partition() == logOffset.partition() && logOffset.offset() != last.offset() + 1) {
                findings.add(Violation.unaccounted(
                        new LogOffset(last.partition(), last.offset() + 1),
                        "the next record is at " + logOffset.offset()));
            }
            last = logOffset;
            state.add(record);
        }
        return state;
    }

    private void add(LogRecord record) {
        var expected = classify(record);
        byOffset.computeIfAbsent(record.logOffset().partition(), p -> new HashMap<>())
                .put(record.logOffset().offset(), expected);
        if (!expected.isRow()) return;
        first.put(record.key(), expected);
        var lines = conversations.computeIfAbsent(record.key().conversation(), c -> new Lines());
        switch (record.kind()) {
            case MESSAGE -> lines.add(record.pos(), record.key().identity(record.target()), record.digest(), 0);
            case EDITED, REACTION -> lines.change(record.change());
            case REVOKED -> {
                revoked.add(new Target(record.key().conversation(), record.target()));
                lines.change(record.change());
            }
            case MEMBER -> {
                if (record.shown()) lines.add(record.pos(), member(record), Digest.NOTHING, 0);
            }
            case CHANGED -> lines.add(record.pos(), record.key().identity(0), Digest.NOTHING, 0);
            case UNREADABLE -> throw new IllegalStateException("an unreadable record is no row");
        }
    }

    private ExpectedRecord classify(LogRecord record) {
        if (record.kind() == Kind.UNREADABLE) return new ExpectedRecord(record, Category.PARKED);
        if (record.isVoid()) return new ExpectedRecord(record, Category.VOID);
        var earlier = first.get(record.key());
        if (earlier != null) return new ExpectedRecord(record, Category.REPEAT, earlier.record.pos());
        boolean change = record.kind() == Kind.EDITED || record.kind() == Kind.REACTION;
        if (change && isRevoked(record.key().conversation(), record.target()))
            return new ExpectedRecord(record, Category.REVOKED);
        return new ExpectedRecord(record, record.kind() == Kind.MESSAGE ? Category.MESSAGE : Category.EVENT);
    }

    /** The identity of the line that shows a membership change. */
    private static long member(LogRecord record) {
        return record.key().identity(Digest.of(record.target(), record.on() ? 1 : 0));
    }

    boolean isRevoked(long conversation, long pos) {
        return revoked.contains(new Target(conversation, pos));
    }

    /** Null if the log has no such offset. */
    ExpectedRecord at(LogOffset logOffset) {
        return byOffset.getOrDefault(logOffset.partition(), Map.of()).get(logOffset.offset());
    }

    /** The record that counts, or null. */
    ExpectedRecord first(Key key) {
        return first.get(key);
    }

    /** The first record of each key. */
    Collection<ExpectedRecord> rows() {
        return first.values();
    }

    Lines lines(long conversation) {
        return conversations.getOrDefault(conversation, new Lines());
    }
}
