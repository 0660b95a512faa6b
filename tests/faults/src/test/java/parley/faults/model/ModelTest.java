package parley.faults.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker can fail: each way to break a good run is seen, and called by its name. */
class ModelTest {

    private final Small run = new Small();

    @Test
    void a_good_run_holds() {
        var verdict = run.check();
        assertThat(verdict.holds()).as(verdict.explained()).isTrue();
        assertThat(verdict.counts().acknowledged()).isEqualTo(6);
        assertThat(verdict.counts().unacknowledged()).isEqualTo(3);
        assertThat(verdict.counts().unacknowledgedInLog()).isEqualTo(1);
        assertThat(verdict.counts().repeatsInLog()).isEqualTo(1);
        assertThat(verdict.counts().logged()).isEqualTo(12);
    }

    @Test
    void a_row_that_is_missing_leaves_its_offset_unaccounted() {
        run.messages.removeLast();
        finds(Violation.Unaccounted.class);
    }

    @Test
    void a_row_in_the_middle_that_is_missing_leaves_a_hole_in_the_numbers() {
        run.messages.remove(1);
        finds(Violation.Unaccounted.class, Violation.Misnumbered.class);
    }

    @Test
    void an_acknowledged_message_that_the_log_does_not_have_is_lost() {
        run.history.acknowledged(
                run.history.send(run.name(Small.ADA), Kind.MESSAGE, 0, 5, "a device"), 12, false, false, "a device");
        var verdict = finds(Violation.Lost.class);
        assertThat(verdict.lost()).isEqualTo(1);
        assertThat(verdict.explained()).contains("sent at").contains("acknowledged at");
    }

    @Test
    void a_record_that_vanished_from_the_log_is_a_hole_with_an_orphan() {
        run.log.remove(4);
        finds(Violation.Unaccounted.class, Violation.Orphan.class, Violation.Lost.class, Violation.Unknown.class);
    }

    @Test
    void a_row_twice_is_doubled() {
        run.messages.add(run.messages.getLast());
        finds(Violation.Doubled.class, Violation.Misjudged.class, Violation.Misnumbered.class);
    }

    @Test
    void a_repeat_that_became_a_row_is_doubled() {
        var repeat = run.repeats.removeFirst();
        var two = run.messages.get(1);
        run.messages.add(
                2,
                new Evidence.MessageRow(
                        repeat.place(), two.key(), repeat.place().offset(), 3, 0, two.digest(), 0));
        finds(Violation.Doubled.class, Violation.Misjudged.class, Violation.Misnumbered.class);
    }

    @Test
    void a_repeat_noted_with_another_first_place_is_misjudged() {
        var repeat = run.repeats.removeFirst();
        run.repeats.add(new Evidence.RepeatRow(repeat.place(), "repeat", 2));
        finds(Violation.Misjudged.class);
    }

    @Test
    void a_void_record_that_became_a_row_is_misjudged() {
        var late = run.repeats.removeLast();
        var record = run.log.get((int) late.place().offset());
        run.events.add(new Evidence.EventRow(late.place(), record.key(), record.pos(), Kind.REACTION, 3, 0));
        finds(Violation.Misjudged.class);
    }

    @Test
    void an_offset_with_a_row_and_a_note_is_misjudged() {
        run.repeats.add(new Evidence.RepeatRow(run.messages.getFirst().place(), "void", -1));
        finds(Violation.Misjudged.class);
    }

    @Test
    void a_row_without_a_record_is_an_orphan() {
        var row = new Evidence.MessageRow(new Place(Small.PARTITION, 99), run.name(Small.KIM), 99, 5, 0, 1, 0);
        run.messages.add(row);
        finds(Violation.Orphan.class);
    }

    @Test
    void an_ok_with_two_places_is_moved() {
        var sent = run.history.sent().iterator().next();
        run.history.acknowledged(sent, 4, true, true, "another device");
        assertThat(finds(Violation.Moved.class).reordered()).isEqualTo(1);
    }

    @Test
    void an_ok_with_a_place_that_the_log_gives_to_another_is_moved() {
        run.history.acknowledged(
                run.history.send(run.log.get(11).key(), Kind.MESSAGE, 0, Digest.of("never acknowledged"), "a device"),
                4,
                false,
                false,
                "a device");
        finds(Violation.Moved.class);
    }

    @Test
    void a_repeat_that_is_not_called_dup_is_unrecognised() {
        var sent = run.history.sent().iterator().next();
        run.history.acknowledged(sent, sent.pos(), false, true, "another device");
        finds(Violation.Unrecognised.class);
    }

    @Test
    void a_message_that_nobody_sent_is_unknown() {
        var place = run.next();
        var key = run.name(9);
        run.log.add(new LogRecord(place, 0, 1_000, 1_000, Kind.MESSAGE, key, 0, 1, null, false, false));
        run.messages.add(new Evidence.MessageRow(place, key, place.offset(), 5, 0, 1, 0));
        run.page.add(place.offset(), key.identity(0), 1, 0);
        run.view.add(place.offset(), key.identity(0), 1, 0);
        assertThat(finds(Violation.Unknown.class).unknown()).isEqualTo(1);
    }

    @Test
    void a_line_that_only_one_client_shows_is_unknown() {
        run.view.add(7, 4711, 1, 0);
        finds(Violation.Unknown.class);
    }

    @Test
    void a_line_that_a_client_shows_twice_has_diverged() {
        run.view.add(7, run.view.identity(1), run.view.fold(1).body(), 0);
        finds(Violation.Diverged.class);
    }

    @Test
    void a_change_that_a_client_missed_has_diverged() {
        run.view.change(new Change(Kind.REACTION, 4, 20, Small.ADA, 0, "❤️", true));
        assertThat(finds(Violation.Diverged.class).diverged()).isEqualTo(1);
    }

    @Test
    void a_message_that_a_client_misses_has_diverged() {
        run.history.view(new View("ada/0", Small.ADA, Small.TALK, 3, new Lines()));
        assertThat(finds(Violation.Diverged.class).explained()).contains("ada/0 does not hold it");
    }

    @Test
    void what_lies_before_a_clients_view_is_not_missed() {
        var late = new Lines();
        late.add(11, run.view.identity(3), run.view.fold(3).body(), 0);
        run.history.view(new View("ada/0", Small.ADA, Small.TALK, 11, late));
        assertThat(run.check().holds()).isTrue();
    }

    @Test
    void an_acknowledged_message_that_a_nodes_history_misses_is_lost() {
        var place = run.next();
        var key = run.said(Small.ADA, "five", true);
        run.view.add(place.offset(), key.identity(0), Digest.of("five"), 0);
        assertThat(finds(Violation.Lost.class).explained()).contains("the history of node one");
    }

    @Test
    void frames_out_of_order_are_reordered() {
        run.history.disorder("kim/0", Small.TALK, 2, 3);
        assertThat(finds(Violation.Reordered.class).reordered()).isEqualTo(1);
    }

    @Test
    void a_text_that_changed_on_the_way_is_altered() {
        var row = run.messages.removeFirst();
        run.messages.addFirst(
                new Evidence.MessageRow(row.place(), row.key(), row.pos(), row.seq(), 0, Digest.of("own"), 0));
        finds(Violation.Altered.class);
    }

    @Test
    void a_row_of_a_revoked_message_that_keeps_its_text_is_unerased() {
        var row = run.messages.get(1);
        run.messages.set(
                1, new Evidence.MessageRow(row.place(), row.key(), row.pos(), row.seq(), 0, Digest.of("two"), 0));
        assertThat(finds(Violation.Unerased.class).explained()).contains("at 3 is revoked");
    }

    @Test
    void a_row_of_a_revoked_message_with_a_text_that_nobody_sent_is_altered_too() {
        var row = run.messages.get(1);
        run.messages.set(
                1, new Evidence.MessageRow(row.place(), row.key(), row.pos(), row.seq(), 0, Digest.of("three"), 0));
        finds(Violation.Unerased.class, Violation.Altered.class);
    }

    @Test
    void an_edit_of_a_message_that_is_revoked_later_keeps_no_text_either() {
        run.revoked(2);
        finds(Violation.Unerased.class);
    }

    @Test
    void a_message_that_is_not_revoked_keeps_its_text() {
        var row = run.messages.getFirst();
        run.messages.set(
                0, new Evidence.MessageRow(row.place(), row.key(), row.pos(), row.seq(), 0, Digest.NOTHING, 0));
        finds(Violation.Altered.class);
    }

    @Test
    void what_a_reader_showed_of_a_revoked_message_is_unerased_and_what_it_showed_too_old_is_unfolded() {
        run.history.unerased(Small.TALK, 3, "a page of node one");
        run.history.unfolded(Small.TALK, 2, "kim/0", "its node knew the edit");
        assertThat(finds(Violation.Unerased.class, Violation.Unfolded.class).explained())
                .contains("in a page of node one", "its node knew the edit");
    }

    @Test
    void what_did_not_hold_during_a_fault_is_told() {
        run.history.during(
                List.of(new Violation.During("database hung", "one", "conversation list", "30 of 30 probes failed")));
        assertThat(finds(Violation.During.class).explained())
                .contains("during \"database hung\", at node one, conversation list: 30 of 30");
    }

    @Test
    void two_numbers_in_the_wrong_order_are_misnumbered() {
        var one = run.messages.get(0);
        var two = run.messages.get(1);
        run.messages.set(
                0, new Evidence.MessageRow(one.place(), one.key(), one.pos(), 2, one.state(), one.digest(), 0));
        run.messages.set(
                1, new Evidence.MessageRow(two.place(), two.key(), two.pos(), 1, two.state(), two.digest(), 0));
        finds(Violation.Misnumbered.class);
    }

    @Test
    void what_was_parked_must_be_in_the_dead_letters_and_must_have_had_a_reason() {
        var row = run.messages.removeLast();
        run.repeats.add(new Evidence.RepeatRow(row.place(), "parked", -1));
        finds(Violation.Unaccounted.class, Violation.Misjudged.class);
    }

    @Test
    void a_poisoned_record_is_parked_and_nothing_is_wrong() {
        var place = run.next();
        run.log.add(new LogRecord(place, 0, 1_000, 0, Kind.UNREADABLE, null, 0, 0, null, false, false));
        run.repeats.add(new Evidence.RepeatRow(place, "parked", -1));
        run.deadLetters.add(place);
        run.history.injected(place.partition(), place.offset());
        assertThat(run.check().explained()).startsWith("nothing is wrong");
    }

    @Test
    void a_change_of_membership_that_nobody_made_is_unjoined() {
        var place = run.next();
        var key = run.name(Small.ADA);
        run.log.add(new LogRecord(place, 0, 1_000, 1_000, Kind.MEMBER, key, 5, 0, null, true, false));
        run.events.add(new Evidence.EventRow(place, key, place.offset(), Kind.MEMBER, 5, 0));
        finds(Violation.Unjoined.class);
    }

    @Test
    void a_client_that_did_not_settle_is_named() {
        run.history.unsettled("kim/0", "it is not connected");
        finds(Violation.Unsettled.class);
    }

    @SafeVarargs
    private Verdict finds(Class<? extends Violation>... sorts) {
        var verdict = run.check();
        assertThat(verdict.found())
                .as(verdict.explained())
                .containsOnlyKeys(
                        java.util.Arrays.stream(sorts).map(Findings::sort).toList());
        assertThat(verdict.violations())
                .allMatch(violation -> !violation.sentence().isBlank());
        return verdict;
    }
}
