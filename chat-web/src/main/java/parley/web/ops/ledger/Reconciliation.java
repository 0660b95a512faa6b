package parley.web.ops.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import parley.domain.ledger.entity.LogOutcome;
import parley.domain.log.entity.LogGap;

/** Compares, window by window, what of one partition was acknowledged, is in the log, and is in the database. */
final class Reconciliation {

    private static final int MAX_LISTED = 1_000;

    private final PartitionSpan span;
    private final AcknowledgedOffsets noted;
    private final SortedMap<Long, LedgerCounts> minutes = new TreeMap<>();
    private final LedgerCounts total = new LedgerCounts();
    private final List<LedgerDiscrepancy> faults = new ArrayList<>();
    private long lastMinute;

    /** @param firstMinute the first minute of the range, since 1970 */
    Reconciliation(PartitionSpan span, AcknowledgedOffsets noted, long firstMinute) {
        this.span = span;
        this.noted = noted;
        this.lastMinute = firstMinute;
    }

    /** The result for a partition; {@code faults} has only the first ones, {@code total.missing} counts all. */
    record Result(
            PartitionSpan span,
            SortedMap<Long, LedgerCounts> minutes,
            LedgerCounts total,
            List<LedgerDiscrepancy> faults) {}

    /**
     * Adds a part of the log; each part begins where the previous one ended.
     *
     * @param items the records of {@code [from, to)} in the log, ascending
     * @param accounts the outcomes in the database, in no order
     */
    void addWindow(long from, long to, List<LedgerRecord> items, List<LogOutcome> accounts) {
        var outcomes = new LogOutcomeTable(from, (int) (to - from), accounts);
        int next = 0;
        for (long offset = from; offset < to; offset++) {
            var item = next < items.size() && items.get(next).offset() == offset ? items.get(next++) : null;
            if (item == null) addMissing(offset, outcomes);
            else addRecord(item, outcomes);
        }
    }

    private void addRecord(LedgerRecord item, LogOutcomeTable outcomes) {
        long offset = item.offset();
        lastMinute = item.minute();
        var counts = minute(item.minute());
        counts.record(item.kind());
        boolean acknowledged = noted.has(offset);
        if (acknowledged) counts.acknowledged++;
        var kind = outcomes.kind(offset);
        if (kind == null) {
            if (offset >= span.nextOffset()) counts.pending++;
            else
                fault(
                        counts,
                        LedgerDiscrepancy.at(
                                LedgerDiscrepancy.Kind.IN_LOG_NOT_ACCOUNTED, offset, instant(item.minute())));
            return;
        }
        counts.countOutcome(kind);
        boolean isRow = kind == LogOutcome.Kind.MESSAGE || kind == LogOutcome.Kind.EVENT;
        if (isRow && !acknowledged) counts.unnoted++;
        if (outcomes.isDouble(offset))
            fault(counts, LedgerDiscrepancy.at(LedgerDiscrepancy.Kind.ACCOUNTED_TWICE, offset, instant(item.minute())));
    }

    private void addMissing(long offset, LogOutcomeTable outcomes) {
        if (noted.has(offset)) addLost(LedgerDiscrepancy.Kind.ACKNOWLEDGED_NOT_IN_LOG, offset);
        if (outcomes.kind(offset) == null) return;
        var counts = minute(lastMinute);
        counts.countOutcome(outcomes.kind(offset));
        fault(counts, LedgerDiscrepancy.at(LedgerDiscrepancy.Kind.ROW_WITHOUT_RECORD, offset, instant(lastMinute)));
    }

    /** Adds outcomes beyond the end of the log. */
    void addBeyondEnd(List<LogOutcome> accounts) {
        accounts.stream()
                .sorted((a, b) -> Long.compare(a.offset(), b.offset()))
                .forEach(account -> fault(
                        minute(lastMinute),
                        LedgerDiscrepancy.at(LedgerDiscrepancy.Kind.ROW_WITHOUT_RECORD, account.offset(), null)));
    }

    /** The offsets acknowledged within the range that the log no longer has, ascending. */
    long[] trimmedOffsets() {
        return noted.between(0, span.begins());
    }

    /**
     * @param offsets some of {@link #trimmedOffsets}
     * @param accounts the outcomes in the database from the first to the last of them
     */
    void addTrimmed(long[] offsets, List<LogOutcome> accounts, List<LogGap> gaps) {
        if (offsets.length == 0) return;
        long first = offsets[0];
        var outcomes = new LogOutcomeTable(first, (int) (offsets[offsets.length - 1] - first + 1), accounts);
        for (long offset : offsets) {
            var counts = minute(noted.minute(offset));
            counts.acknowledged++;
            counts.trimmed++;
            var kind = outcomes.kind(offset);
            boolean told = offset >= span.nextOffset()
                    || gaps.stream().anyMatch(gap -> gap.from() <= offset && offset < gap.to());
            if (kind != null) counts.countOutcome(kind);
            else if (!told)
                fault(
                        counts,
                        LedgerDiscrepancy.at(
                                LedgerDiscrepancy.Kind.ACKNOWLEDGED_NOT_STORED, offset, instant(noted.minute(offset))));
        }
    }

    Result result(List<LogGap> gaps) {
        for (long offset : noted.between(span.ends(), Long.MAX_VALUE))
            addLost(LedgerDiscrepancy.Kind.ACKNOWLEDGED_NOT_IN_LOG, offset);
        for (var gap : gaps) {
            fault(
                    minute(gap.repairedAt().getEpochSecond() / 60),
                    new LedgerDiscrepancy(LedgerDiscrepancy.Kind.LOST_BY_REPAIR, gap.from(), gap.to(), null));
        }
        if (span.isStopped()) {
            fault(
                    minute(lastMinute),
                    new LedgerDiscrepancy(
                            LedgerDiscrepancy.Kind.LOST_AND_STOPPED, span.nextOffset(), span.begins(), null));
        }
        minutes.values().forEach(total::add);
        return new Result(span, minutes, total, List.copyOf(faults));
    }

    private void addLost(LedgerDiscrepancy.Kind kind, long offset) {
        var counts = minute(noted.minute(offset));
        counts.acknowledged++;
        fault(counts, LedgerDiscrepancy.at(kind, offset, instant(noted.minute(offset))));
    }

    private void fault(LedgerCounts counts, LedgerDiscrepancy fault) {
        counts.missing += fault.to() - fault.from();
        if (faults.size() < MAX_LISTED) faults.add(fault);
    }

    private LedgerCounts minute(long minute) {
        return minutes.computeIfAbsent(minute, m -> new LedgerCounts());
    }

    private static Instant instant(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }
}
