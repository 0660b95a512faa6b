package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.faults.model.Change;
import parley.faults.model.Fold;
import parley.faults.model.Kind;
import parley.faults.model.Lines;

/** A client's place of a conversation. */
class ClientConversationTest {

    private final ClientConversation room = new ClientConversation(7);

    private void loaded(long... places) {
        var lines = new Lines();
        for (long place : places) lines.add(place, place, 0, 0);
        room.loads();
        assertThat(room.show(new Pages.Newest(lines, 0, lines.greatest()), 0)).isTrue();
    }

    private boolean comes(long place, long prev) {
        return room.take(Arrival.line(place, prev, place, Fold.of(0)), 0);
    }

    @Test
    void it_moves_along_frames_whose_prev_it_held() {
        loaded(10, 20);
        assertThat(comes(30, 20)).isTrue();
        assertThat(room.position()).isEqualTo(30);
    }

    @Test
    void it_does_not_move_along_a_frame_that_does_not_say_what_came_before() {
        loaded(10, 20);
        assertThat(comes(30, -1)).isTrue();
        assertThat(room.position()).isEqualTo(20);
        assertThat(comes(40, 30)).isTrue();
        assertThat(room.position()).isEqualTo(40);
    }

    @Test
    void a_prev_that_it_does_not_hold_is_a_gap() {
        loaded(10, 20);
        assertThat(comes(40, 30)).isFalse();
        assertThat(room.position()).isEqualTo(20);
    }

    @Test
    void what_comes_while_it_loads_is_kept_and_joins_the_page() {
        room.loads();
        comes(30, 20);
        comes(40, 30);
        var lines = new Lines();
        for (long place : new long[] {10, 20, 30}) lines.add(place, place, 0, 0);
        assertThat(room.position()).isNegative();
        assertThat(room.show(new Pages.Newest(lines, 0, 30), 0)).isTrue();
        assertThat(room.lines().size()).isEqualTo(4);
        assertThat(room.position()).isEqualTo(40);
    }

    @Test
    void a_page_that_does_not_reach_what_came_meanwhile_is_not_enough() {
        room.loads();
        comes(50, 40);
        assertThat(room.show(new Pages.Newest(new Lines(), 0, -1), 0)).isFalse();
    }

    @Test
    void a_message_that_comes_with_its_changes_folded_in_is_not_changed_by_them_again() {
        loaded(10, 20);
        var edited = Fold.of(1).edited(40, 2);
        assertThat(room.take(Arrival.line(30, 20, 30, edited), 0)).isTrue();
        assertThat(room.take(Arrival.change(30, new Change(Kind.EDITED, 30, 40, 1, 2, null, false)), 0))
                .isTrue();
        assertThat(room.position()).isEqualTo(40);
        assertThat(room.lines().fold(2)).isEqualTo(edited);
    }

    @Test
    void a_duplicate_is_passed_over() {
        loaded(10, 20);
        assertThat(comes(20, 10)).isTrue();
        assertThat(room.lines().size()).isEqualTo(2);
    }

    @Test
    void frames_of_one_socket_out_of_order_are_noticed() {
        assertThat(room.follows(10)).isNegative();
        assertThat(room.follows(20)).isNegative();
        assertThat(room.follows(15)).isEqualTo(20);
        room.socketChanged();
        assertThat(room.follows(15)).isNegative();
    }
}
