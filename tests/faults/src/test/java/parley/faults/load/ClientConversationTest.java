package parley.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.faults.load.ClientConversation.Arrival;
import parley.faults.model.Change;
import parley.faults.model.Fold;
import parley.faults.model.Kind;
import parley.faults.model.Lines;

/** The position of a client in a conversation. */
class ClientConversationTest {

    private final ClientConversation held = new ClientConversation(7);

    private void loaded(long... positions) {
        var lines = new Lines();
        for (long pos : positions) lines.add(pos, pos, 0, 0);
        held.startLoad();
        assertThat(held.show(new Pages.Newest(lines, 0, lines.greatest()), 0)).isTrue();
    }

    private boolean comes(long pos, long prev) {
        return held.apply(Arrival.line(pos, prev, pos, Fold.of(0)), 0);
    }

    @Test
    void the_position_advances_along_frames_whose_prev_is_held() {
        loaded(10, 20);
        assertThat(comes(30, 20)).isTrue();
        assertThat(held.position()).isEqualTo(30);
    }

    @Test
    void the_position_does_not_advance_along_a_frame_without_prev() {
        loaded(10, 20);
        assertThat(comes(30, -1)).isTrue();
        assertThat(held.position()).isEqualTo(20);
        assertThat(comes(40, 30)).isTrue();
        assertThat(held.position()).isEqualTo(40);
    }

    @Test
    void an_unknown_prev_is_a_gap() {
        loaded(10, 20);
        assertThat(comes(40, 30)).isFalse();
        assertThat(held.position()).isEqualTo(20);
    }

    @Test
    void arrivals_during_a_load_are_added_to_the_page() {
        held.startLoad();
        comes(30, 20);
        comes(40, 30);
        var lines = new Lines();
        for (long pos : new long[] {10, 20, 30}) lines.add(pos, pos, 0, 0);
        assertThat(held.position()).isNegative();
        assertThat(held.show(new Pages.Newest(lines, 0, 30), 0)).isTrue();
        assertThat(held.lines().size()).isEqualTo(4);
        assertThat(held.position()).isEqualTo(40);
    }

    @Test
    void a_gap_between_the_page_and_later_arrivals_is_found() {
        held.startLoad();
        comes(50, 40);
        assertThat(held.show(new Pages.Newest(new Lines(), 0, -1), 0)).isFalse();
    }

    @Test
    void a_change_that_is_already_folded_in_is_ignored() {
        loaded(10, 20);
        var edited = Fold.of(1).edited(40, 2);
        assertThat(held.apply(Arrival.line(30, 20, 30, edited), 0)).isTrue();
        assertThat(held.apply(Arrival.change(30, new Change(Kind.EDITED, 30, 40, 1, 2, null, false)), 0))
                .isTrue();
        assertThat(held.position()).isEqualTo(40);
        assertThat(held.lines().get(30).fold()).isEqualTo(edited);
    }

    @Test
    void a_duplicate_is_ignored() {
        loaded(10, 20);
        assertThat(comes(20, 10)).isTrue();
        assertThat(held.lines().size()).isEqualTo(2);
    }

    @Test
    void frames_of_one_socket_that_are_out_of_order_are_found() {
        assertThat(held.outOfOrder(10)).isNegative();
        assertThat(held.outOfOrder(20)).isNegative();
        assertThat(held.outOfOrder(15)).isEqualTo(20);
        held.socketChanged();
        assertThat(held.outOfOrder(15)).isNegative();
    }
}
