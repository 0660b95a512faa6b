package parley.domain.conversation.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Position;

class ReadPlaceTest {

    private static final long SEEDS = 17;

    @Test
    void reading_moves_the_place_forward_only() {
        var place = ReadPlace.UNKNOWN.with(read(1, 50)).with(read(2, 30));
        assertThat(place.place()).isEqualTo(pos(50));
    }

    @Test
    void a_place_that_is_set_back_stays_until_something_is_read_later() {
        var back = ReadPlace.UNKNOWN.with(read(1, 50)).with(unread(2, 20, 60));
        assertThat(back.place()).isEqualTo(pos(20));
        assertThat(back.with(read(3, 40)).place()).isEqualTo(pos(40));
    }

    @Test
    void an_older_receipt_changes_nothing() {
        var back = ReadPlace.UNKNOWN.with(unread(2, 20, 60));
        assertThat(back.with(read(1, 50))).isEqualTo(back);
        assertThat(back.with(unread(2, 10, 60))).isEqualTo(back);
    }

    @Test
    void sending_moves_the_place_unless_it_was_set_back_later() {
        assertThat(ReadPlace.UNKNOWN.sent(pos(55)).place()).isEqualTo(pos(55));
        var back = ReadPlace.UNKNOWN.with(unread(1, 20, 60));
        assertThat(back.sent(pos(55)).place()).isEqualTo(pos(20));
        assertThat(back.sent(pos(61)).place()).isEqualTo(pos(61));
    }

    @Test
    void a_receipt_that_is_read_late_does_not_undo_what_was_sent_after_it() {
        var sent = ReadPlace.UNKNOWN.sent(pos(61)).with(unread(1, 20, 60));
        assertThat(sent.place()).isEqualTo(pos(61));
    }

    @Test
    void setting_the_place_back_hides_from_nobody_what_was_read() {
        var back = ReadPlace.UNKNOWN.with(read(1, 50)).with(unread(2, 20, 60));
        assertThat(back.seen()).isEqualTo(pos(50));
    }

    @Test
    void nothing_is_unread_that_the_member_may_not_read() {
        var back = ReadPlace.UNKNOWN.with(read(1, 50)).with(unread(2, 20, 60));
        assertThat(back.readableFrom(pos(41)).place()).isEqualTo(pos(40));
        assertThat(back.readableFrom(pos(10))).isSameAs(back);
    }

    @Test
    void own_messages_are_counted_only_if_there_can_be_any_after_the_place() {
        var sent = ReadPlace.UNKNOWN.sent(pos(30));
        assertThat(sent.mayHaveSentAfter()).isFalse();
        assertThat(sent.with(unread(1, 20, 60)).mayHaveSentAfter()).isTrue();
        assertThat(sent.with(unread(1, 40, 60)).mayHaveSentAfter()).isFalse();
    }

    /** A persister of an earlier version moves the place of a sender without recording what they sent. */
    @Test
    void whatever_moved_the_place_before_it_was_set_back_may_have_been_sent() {
        var old = new ReadPlace(pos(50), pos(0), pos(0), pos(50), ReadPlace.NO_RECEIPT, 0);
        var back = old.with(unread(1, 20, 60));
        assertThat(back.place()).isEqualTo(pos(20));
        assertThat(back.mayHaveSentAfter()).isTrue();
    }

    /** Receipts keep their order; the user's own records keep theirs; how the two are interleaved does not matter. */
    @RepeatedTest(500)
    void the_place_depends_neither_on_the_interleaving_nor_on_how_receipts_are_combined(RepetitionInfo run) {
        var random = new Random(SEEDS + run.getCurrentRepetition());
        var receipts = new ArrayList<PlaceChange>();
        var sent = new ArrayList<Position>();
        for (int i = 0; i < 12; i++) {
            switch (random.nextInt(3)) {
                case 0 -> receipts.add(read(i, random.nextInt(100)));
                case 1 -> receipts.add(unread(i, random.nextInt(60), 60 + random.nextInt(40)));
                default -> sent.add(pos(random.nextInt(120)));
            }
        }
        sent.sort(null);
        var expected = interleaved(receipts, sent, random);
        var combined = combined(receipts, random);
        var actual = interleaved(combined, sent, random);
        assertThat(actual.place()).isEqualTo(expected.place());
        assertThat(actual.seen()).isEqualTo(expected.seen());
        assertThat(actual.seen().isBefore(actual.place())).isFalse();
        // Receipts that are applied again change nothing.
        var again = actual;
        for (var receipt : receipts) again = again.with(receipt);
        assertThat(again).isEqualTo(actual);
    }

    private static ReadPlace interleaved(List<PlaceChange> receipts, List<Position> sent, Random random) {
        var place = ReadPlace.UNKNOWN;
        int r = 0;
        int s = 0;
        while (r < receipts.size() || s < sent.size()) {
            if (s == sent.size() || r < receipts.size() && random.nextBoolean()) place = place.with(receipts.get(r++));
            else place = place.sent(sent.get(s++));
        }
        return place;
    }

    private static List<PlaceChange> combined(List<PlaceChange> receipts, Random random) {
        var combined = new ArrayList<PlaceChange>();
        for (var receipt : receipts) {
            if (combined.isEmpty() || random.nextBoolean()) combined.add(receipt);
            else {
                var last = combined.removeLast();
                combined.add(random.nextBoolean() ? last.and(receipt) : receipt.and(last));
            }
        }
        return combined;
    }

    private static PlaceChange read(long order, long pos) {
        return PlaceChange.read(order, pos(pos));
    }

    private static PlaceChange unread(long order, long place, long end) {
        return PlaceChange.unread(order, pos(place), pos(end));
    }

    private static Position pos(long value) {
        return new Position(value);
    }
}
