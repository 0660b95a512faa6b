package parley.web.ops.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import parley.domain.ledger.entity.LogOutcome;
import parley.domain.ledger.entity.LogOutcome.Kind;
import parley.domain.log.entity.LogGap;

class ReconciliationTest {

    private static final long MINUTE = 29_000_000;

    @Test
    void acknowledged_and_accounted_records_balance_whatever_their_outcome() {
        var accounts = List.of(
                new LogOutcome(12, Kind.EVENT),
                new LogOutcome(10, Kind.MESSAGE),
                new LogOutcome(11, Kind.REPEAT),
                new LogOutcome(13, Kind.VOID),
                new LogOutcome(14, Kind.REVOKED),
                new LogOutcome(15, Kind.PARKED));
        var result = reconcile(span(0, 16, 16, 10, 16), noted(10, 12), log(10, 16), accounts);
        var total = result.total();
        assertThat(total.verdict()).isEqualTo(LedgerVerdict.BALANCED);
        assertThat(result.faults()).isEmpty();
        assertThat(total.acknowledged).isEqualTo(2);
        assertThat(total.log()).isEqualTo(6);
        assertThat(List.of(total.rows, total.events, total.repeats, total.voids, total.afterRevoke, total.parked))
                .containsOnly(1L);
        assertThat(total.unnoted).isZero();
    }

    @Test
    void a_record_that_is_not_stored_yet_is_pending_and_not_missing() {
        var result = reconcile(span(0, 12, 11, 10, 12), noted(10, 11), log(10, 12), rows(10));
        assertThat(result.total().verdict()).isEqualTo(LedgerVerdict.PENDING);
        assertThat(result.total().pending).isEqualTo(1);
        assertThat(result.faults()).isEmpty();
    }

    @Test
    void a_missing_row_is_reported() {
        var result = reconcile(span(0, 13, 13, 10, 13), noted(10, 11, 12), log(10, 13), rows(10, 12));
        assertThat(result.total().verdict()).isEqualTo(LedgerVerdict.MISSING);
        assertThat(result.faults()).containsExactly(fault(LedgerDiscrepancy.Kind.IN_LOG_NOT_ACCOUNTED, 11));
    }

    @Test
    void an_acknowledged_offset_that_is_not_in_the_log_is_reported() {
        var hole = List.of(item(10), item(12));
        var result = reconcile(span(0, 13, 13, 10, 13), noted(10, 11, 12, 99), hole, rows(10, 12));
        assertThat(result.faults())
                .containsExactly(
                        fault(LedgerDiscrepancy.Kind.ACKNOWLEDGED_NOT_IN_LOG, 11),
                        fault(LedgerDiscrepancy.Kind.ACKNOWLEDGED_NOT_IN_LOG, 99));
        assertThat(result.total().missing).isEqualTo(2);
        assertThat(result.total().acknowledged).isEqualTo(4);
    }

    @Test
    void a_row_without_a_record_is_reported_within_the_log_and_beyond_its_end() {
        var hole = List.of(item(10), item(12));
        var reconciliation = new Reconciliation(span(0, 13, 13, 10, 13), noted(10), MINUTE);
        reconciliation.addWindow(10, 13, hole, rows(10, 11, 12));
        reconciliation.addBeyondEnd(rows(20));
        assertThat(reconciliation.result(List.of()).faults())
                .extracting(LedgerDiscrepancy::kind, LedgerDiscrepancy::from)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(LedgerDiscrepancy.Kind.ROW_WITHOUT_RECORD, 11L),
                        org.assertj.core.api.Assertions.tuple(LedgerDiscrepancy.Kind.ROW_WITHOUT_RECORD, 20L));
    }

    @Test
    void a_record_with_two_outcomes_is_reported() {
        var twice = new ArrayList<>(rows(10, 11));
        twice.add(new LogOutcome(11, Kind.REPEAT));
        var result = reconcile(span(0, 12, 12, 10, 12), noted(10, 11), log(10, 12), twice);
        assertThat(result.faults()).containsExactly(fault(LedgerDiscrepancy.Kind.ACCOUNTED_TWICE, 11));
    }

    @Test
    void a_record_without_a_note_is_not_a_discrepancy() {
        var result = reconcile(span(0, 12, 12, 10, 12), noted(), log(10, 12), rows(10, 11));
        assertThat(result.total().verdict()).isEqualTo(LedgerVerdict.BALANCED);
        assertThat(result.total().unnoted).isEqualTo(2);
    }

    @Test
    void notes_of_the_same_minute_before_and_after_the_range_do_not_count() {
        var result = reconcile(span(0, 30, 30, 10, 12), noted(9, 10, 11, 12), log(10, 12), rows(10, 11));
        assertThat(result.total().acknowledged).isEqualTo(2);
        assertThat(result.total().verdict()).isEqualTo(LedgerVerdict.BALANCED);
    }

    @Test
    void acknowledged_offsets_that_were_trimmed_are_looked_up() {
        var reconciliation = new Reconciliation(span(10, 12, 12, 10, 12), noted(7, 8, 10, 11), MINUTE);
        assertThat(reconciliation.trimmedOffsets()).containsExactly(7, 8);
        reconciliation.addTrimmed(reconciliation.trimmedOffsets(), rows(7), List.of());
        reconciliation.addWindow(10, 12, log(10, 12), rows(10, 11));
        var result = reconciliation.result(List.of());
        assertThat(result.total().trimmed).isEqualTo(2);
        assertThat(result.faults()).containsExactly(fault(LedgerDiscrepancy.Kind.ACKNOWLEDGED_NOT_STORED, 8));
    }

    @Test
    void records_given_up_by_a_repair_are_reported_once_as_a_range() {
        var gap = new LogGap(3, 0, 7, 10, "root", Instant.ofEpochSecond(MINUTE * 60));
        var reconciliation = new Reconciliation(span(10, 12, 12, 10, 12), noted(7, 8), MINUTE);
        reconciliation.addTrimmed(reconciliation.trimmedOffsets(), List.of(), List.of(gap));
        reconciliation.addWindow(10, 12, log(10, 12), rows(10, 11));
        var result = reconciliation.result(List.of(gap));
        assertThat(result.faults())
                .containsExactly(new LedgerDiscrepancy(LedgerDiscrepancy.Kind.LOST_BY_REPAIR, 7, 10, null));
        assertThat(result.total().missing).isEqualTo(3);
    }

    @Test
    void a_stopped_partition_reports_what_it_lost() {
        var reconciliation = new Reconciliation(span(10, 12, 7, 10, 12), noted(8), MINUTE);
        reconciliation.addTrimmed(reconciliation.trimmedOffsets(), List.of(), List.of());
        reconciliation.addWindow(10, 12, log(10, 12), List.of());
        var result = reconciliation.result(List.of());
        assertThat(result.faults())
                .containsExactly(new LedgerDiscrepancy(LedgerDiscrepancy.Kind.LOST_AND_STOPPED, 7, 10, null));
        assertThat(result.total().pending).isEqualTo(2);
    }

    @Test
    void minutes_are_counted_separately() {
        var items = List.of(item(10), new LedgerRecord(11, MINUTE + 1, LedgerRecord.Kind.MEMBER));
        var result = reconcile(span(0, 12, 12, 10, 12), noted(10, 11), items, rows(10));
        assertThat(result.minutes()).containsOnlyKeys(MINUTE, MINUTE + 1);
        assertThat(result.minutes().get(MINUTE).verdict()).isEqualTo(LedgerVerdict.BALANCED);
        assertThat(result.minutes().get(MINUTE + 1).verdict()).isEqualTo(LedgerVerdict.MISSING);
        assertThat(result.minutes().get(MINUTE + 1).members).isEqualTo(1);
    }

    private static Reconciliation.Result reconcile(
            PartitionSpan span, AcknowledgedOffsets noted, List<LedgerRecord> items, List<LogOutcome> accounts) {
        var reconciliation = new Reconciliation(span, noted, MINUTE);
        reconciliation.addWindow(span.from(), span.to(), items, accounts);
        return reconciliation.result(List.of());
    }

    private static PartitionSpan span(long begins, long ends, long next, long from, long to) {
        return new PartitionSpan(3, 0, begins, ends, next, from, to);
    }

    private static AcknowledgedOffsets noted(long... offsets) {
        var noted = new AcknowledgedOffsets(MINUTE - 5);
        noted.add(MINUTE, offsets);
        return noted.sealed();
    }

    private static List<LedgerRecord> log(long from, long to) {
        return LongStream.range(from, to).mapToObj(ReconciliationTest::item).toList();
    }

    private static LedgerRecord item(long offset) {
        return new LedgerRecord(offset, MINUTE, LedgerRecord.Kind.MESSAGE);
    }

    private static List<LogOutcome> rows(long... offsets) {
        return LongStream.of(offsets)
                .mapToObj(offset -> new LogOutcome(offset, Kind.MESSAGE))
                .toList();
    }

    private static LedgerDiscrepancy fault(LedgerDiscrepancy.Kind kind, long offset) {
        return LedgerDiscrepancy.at(kind, offset, Instant.ofEpochSecond(MINUTE * 60));
    }
}
