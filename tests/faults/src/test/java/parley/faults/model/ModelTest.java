package parley.faults.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.faults.model.Violation.Type;

/** Each violation that is added to a run without violations is found, with the right type. */
class ModelTest {

    private final SampleRun run = new SampleRun();

    @Test
    void a_run_without_violations_passes() {
        var verdict = run.check();
        assertThat(verdict.holds()).as(verdict.explained()).isTrue();
        assertThat(verdict.counts().acknowledged()).isEqualTo(6);
        assertThat(verdict.counts().unacknowledged()).isEqualTo(3);
        assertThat(verdict.counts().unacknowledgedInLog()).isEqualTo(1);
        assertThat(verdict.counts().repeatsInLog()).isEqualTo(1);
        assertThat(verdict.counts().logged()).isEqualTo(12);
    }

    @Test
    void a_missing_row_leaves_its_offset_unaccounted() {
        run.messages.removeLast();
        finds(Type.UNACCOUNTED);
    }

    @Test
    void a_missing_row_in_the_middle_leaves_a_gap_in_the_numbers() {
        run.messages.remove(1);
        finds(Type.UNACCOUNTED, Type.MISNUMBERED);
    }

    @Test
    void an_acknowledged_message_that_is_not_in_the_log_is_lost() {
        run.history.acknowledged(
                run.history.send(run.name(SampleRun.ADA), Kind.MESSAGE, 0, 5, "a device"),
                12,
                false,
                false,
                "a device");
        var verdict = finds(Type.LOST);
        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.explained()).contains("sent at").contains("acknowledged at");
    }

    @Test
    void a_record_missing_in_the_log_is_a_gap_and_its_row_an_orphan() {
        run.log.remove(4);
        finds(Type.UNACCOUNTED, Type.ORPHAN, Type.LOST, Type.UNKNOWN);
    }

    @Test
    void a_second_row_is_duplicated() {
        run.messages.add(run.messages.getLast());
        finds(Type.DUPLICATED, Type.MISCLASSIFIED, Type.MISNUMBERED);
    }

    @Test
    void a_row_of_a_repeat_is_duplicated() {
        var repeat = run.repeats.removeFirst();
        var two = run.messages.get(1);
        run.messages.add(
                2,
                new Evidence.MessageRow(
                        repeat.logOffset(), two.key(), repeat.logOffset().offset(), 3, 0, two.digest(), 0));
        finds(Type.DUPLICATED, Type.MISCLASSIFIED, Type.MISNUMBERED);
    }

    @Test
    void a_repeat_with_another_first_position_is_misclassified() {
        var repeat = run.repeats.removeFirst();
        run.repeats.add(new Evidence.RepeatRow(repeat.logOffset(), "repeat", 2));
        finds(Type.MISCLASSIFIED);
    }

    @Test
    void a_row_of_a_void_record_is_misclassified() {
        var late = run.repeats.removeLast();
        var record = run.log.get((int) late.logOffset().offset());
        run.events.add(new Evidence.EventRow(late.logOffset(), record.key(), record.pos(), Kind.REACTION, 3, 0));
        finds(Type.MISCLASSIFIED);
    }

    @Test
    void an_offset_that_is_stored_and_skipped_is_misclassified() {
        run.repeats.add(new Evidence.RepeatRow(run.messages.getFirst().logOffset(), "void", -1));
        finds(Type.MISCLASSIFIED);
    }

    @Test
    void a_row_without_a_record_is_an_orphan() {
        var row = new Evidence.MessageRow(
                new LogOffset(SampleRun.PARTITION, 99), run.name(SampleRun.KIM), 99, 5, 0, 1, 0);
        run.messages.add(row);
        finds(Type.ORPHAN);
    }

    @Test
    void a_send_acknowledged_at_two_positions_is_moved() {
        var sent = run.history.sent().iterator().next();
        run.history.acknowledged(sent, 4, true, true, "another device");
        assertThat(finds(Type.MOVED).reordered()).isEqualTo(1);
    }

    @Test
    void a_send_acknowledged_at_another_position_than_in_the_log_is_moved() {
        run.history.acknowledged(
                run.history.send(run.log.get(11).key(), Kind.MESSAGE, 0, Digest.of("never acknowledged"), "a device"),
                4,
                false,
                false,
                "a device");
        finds(Type.MOVED);
    }

    @Test
    void a_repeat_acknowledged_without_dup_is_found() {
        var sent = run.history.sent().iterator().next();
        run.history.acknowledged(sent, sent.pos(), false, true, "another device");
        finds(Type.DUP_MISSING);
    }

    @Test
    void a_message_that_nobody_sent_is_unknown() {
        var logOffset = run.next();
        var key = run.name(9);
        run.log.add(new LogRecord(logOffset, 0, 1_000, 1_000, Kind.MESSAGE, key, 0, 1, null, false, false));
        run.messages.add(new Evidence.MessageRow(logOffset, key, logOffset.offset(), 5, 0, 1, 0));
        run.page.add(logOffset.offset(), key.identity(0), 1, 0);
        run.view.add(logOffset.offset(), key.identity(0), 1, 0);
        assertThat(finds(Type.UNKNOWN).unknown()).isEqualTo(1);
    }

    @Test
    void a_line_that_only_one_client_shows_is_unknown() {
        run.view.add(7, 4711, 1, 0);
        finds(Type.UNKNOWN);
    }

    @Test
    void a_line_that_a_client_shows_twice_diverges() {
        run.view.add(7, run.view.get(3).identity(), run.view.get(3).fold().body(), 0);
        finds(Type.DIVERGED);
    }

    @Test
    void a_view_with_another_reaction_diverges() {
        run.view.change(new Change(Kind.REACTION, 4, 20, SampleRun.ADA, 0, "❤️", true));
        assertThat(finds(Type.DIVERGED).diverged()).isEqualTo(1);
    }

    @Test
    void a_message_that_is_missing_in_a_view_diverges() {
        run.history.view(new View("ada/0", SampleRun.ADA, SampleRun.TALK, 3, new Lines()));
        assertThat(finds(Type.DIVERGED).explained()).contains("ada/0 does not hold it");
    }

    @Test
    void a_view_may_begin_later_than_the_conversation() {
        var late = new Lines();
        late.add(11, run.view.get(11).identity(), run.view.get(11).fold().body(), 0);
        run.history.view(new View("ada/0", SampleRun.ADA, SampleRun.TALK, 11, late));
        assertThat(run.check().holds()).isTrue();
    }

    @Test
    void an_acknowledged_message_missing_in_the_history_of_a_node_is_lost() {
        var logOffset = run.next();
        var key = run.said(SampleRun.ADA, "five", true);
        run.view.add(logOffset.offset(), key.identity(0), Digest.of("five"), 0);
        assertThat(finds(Type.LOST).explained()).contains("the history of node one");
    }

    @Test
    void frames_out_of_order_are_reordered() {
        run.history.reordered("kim/0", SampleRun.TALK, 2, 3);
        assertThat(finds(Type.REORDERED).reordered()).isEqualTo(1);
    }

    @Test
    void a_row_with_another_text_is_altered() {
        var row = run.messages.removeFirst();
        run.messages.addFirst(
                new Evidence.MessageRow(row.logOffset(), row.key(), row.pos(), row.seq(), 0, Digest.of("own"), 0));
        finds(Type.ALTERED);
    }

    @Test
    void a_row_of_a_revoked_message_with_its_text_is_not_erased() {
        var row = run.messages.get(1);
        run.messages.set(
                1, new Evidence.MessageRow(row.logOffset(), row.key(), row.pos(), row.seq(), 0, Digest.of("two"), 0));
        assertThat(finds(Type.NOT_ERASED).explained()).contains("position 3 is revoked");
    }

    @Test
    void a_row_of_a_revoked_message_with_another_text_is_also_altered() {
        var row = run.messages.get(1);
        run.messages.set(
                1, new Evidence.MessageRow(row.logOffset(), row.key(), row.pos(), row.seq(), 0, Digest.of("three"), 0));
        finds(Type.NOT_ERASED, Type.ALTERED);
    }

    @Test
    void an_edit_of_a_revoked_message_must_be_erased_too() {
        run.revoked(2);
        finds(Type.NOT_ERASED);
    }

    @Test
    void an_erased_message_that_is_not_revoked_is_altered() {
        var row = run.messages.getFirst();
        run.messages.set(
                0, new Evidence.MessageRow(row.logOffset(), row.key(), row.pos(), row.seq(), 0, Digest.NOTHING, 0));
        finds(Type.ALTERED);
    }

    @Test
    void violations_that_the_clients_found_are_reported() {
        run.history.notErased(SampleRun.TALK, 3, "a page of node one");
        run.history.stale(SampleRun.TALK, 2, "kim/0", "its node knew the edit");
        assertThat(finds(Type.NOT_ERASED, Type.STALE).explained())
                .contains("in a page of node one", "its node knew the edit");
    }

    @Test
    void violations_during_a_fault_are_reported() {
        run.history.duringFaults(
                List.of(Violation.duringFault("database hung", "one", "conversation list", "30 of 30 probes failed")));
        assertThat(finds(Type.DURING_FAULT).explained())
                .contains("during \"database hung\", at node one, conversation list: 30 of 30");
    }

    @Test
    void numbers_in_the_wrong_order_are_found() {
        var one = run.messages.get(0);
        var two = run.messages.get(1);
        run.messages.set(
                0, new Evidence.MessageRow(one.logOffset(), one.key(), one.pos(), 2, one.state(), one.digest(), 0));
        run.messages.set(
                1, new Evidence.MessageRow(two.logOffset(), two.key(), two.pos(), 1, two.state(), two.digest(), 0));
        finds(Type.MISNUMBERED);
    }

    @Test
    void a_parked_record_must_be_unstorable_and_in_the_dead_letters() {
        var row = run.messages.removeLast();
        run.repeats.add(new Evidence.RepeatRow(row.logOffset(), "parked", -1));
        finds(Type.UNACCOUNTED, Type.MISCLASSIFIED);
    }

    @Test
    void an_unreadable_record_that_is_parked_is_no_violation() {
        var logOffset = run.next();
        run.log.add(new LogRecord(logOffset, 0, 1_000, 0, Kind.UNREADABLE, null, 0, 0, null, false, false));
        run.repeats.add(new Evidence.RepeatRow(logOffset, "parked", -1));
        run.deadLetters.add(logOffset);
        assertThat(run.check().explained()).startsWith("no violations");
    }

    @Test
    void a_membership_change_that_nobody_made_is_found() {
        var logOffset = run.next();
        var key = run.name(SampleRun.ADA);
        run.log.add(new LogRecord(logOffset, 0, 1_000, 1_000, Kind.MEMBER, key, 5, 0, null, true, false));
        run.events.add(new Evidence.EventRow(logOffset, key, logOffset.offset(), Kind.MEMBER, 5, 0));
        finds(Type.MEMBERSHIP);
    }

    @Test
    void a_client_that_did_not_settle_is_found() {
        run.history.unsettled("kim/0", "it is not connected");
        finds(Type.UNSETTLED);
    }

    private Verdict finds(Type... types) {
        var verdict = run.check();
        assertThat(verdict.found()).as(verdict.explained()).containsOnlyKeys(types);
        assertThat(verdict.violations())
                .allMatch(violation -> !violation.sentence().isBlank());
        return verdict;
    }
}
