package parley.web.message.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.domain.conversation.entity.PlaceChange;
import parley.domain.conversation.entity.ReadPlace;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

class RecentReceiptsTest {

    private static final ConversationId TALK = new ConversationId(7);

    private final RecentReceipts receipts = new RecentReceipts(2);

    @Test
    void receipts_of_a_member_add_up_and_each_counts_once() {
        assertThat(receipts.add(0, TALK, user(1), read(5, 30))).isPresent();
        assertThat(receipts.add(0, TALK, user(1), read(5, 40))).isEmpty();
        assertThat(receipts.add(0, TALK, user(1), unread(6, 10))).isPresent();
        assertThat(place(1)).isEqualTo(10);
        assertThat(receipts.isSetBack(TALK, user(1))).isTrue();
        assertThat(receipts.seen(TALK, user(1), new Position(20))).isEqualTo(new Position(30));
        assertThat(receipts.seen(TALK, user(1), new Position(50))).isEqualTo(new Position(50));
    }

    @Test
    void the_oldest_that_are_stored_are_forgotten_if_there_are_too_many() {
        for (int i = 1; i <= 5; i++) receipts.add(0, TALK, user(i), read(i, 30));
        receipts.forget(Map.of());
        assertThat(receipts.size()).as("nothing is stored").isEqualTo(5);
        receipts.forget(Map.of(0, 3L));
        assertThat(receipts.size()).isEqualTo(3);
        assertThat(place(2)).isZero();
        assertThat(place(3)).isEqualTo(30);
        receipts.forget(Map.of(0, 100L));
        assertThat(receipts.size()).isEqualTo(2);
        assertThat(place(4)).isEqualTo(30);
    }

    @Test
    void a_partition_that_is_not_stored_does_not_keep_receipts_of_another_one() {
        receipts.add(1, TALK, user(1), read(9, 30));
        for (int i = 2; i <= 4; i++) receipts.add(0, TALK, user(i), read(i, 30));
        receipts.forget(Map.of(0, 100L, 1, 0L));
        assertThat(receipts.size()).isEqualTo(2);
        assertThat(place(1)).isEqualTo(30);
    }

    private long place(long user) {
        return receipts.over(TALK, user(user), ReadPlace.UNKNOWN).place().value();
    }

    private static UserId user(long id) {
        return new UserId(id);
    }

    private static PlaceChange read(long order, long pos) {
        return PlaceChange.read(order, new Position(pos));
    }

    private static PlaceChange unread(long order, long pos) {
        return PlaceChange.unread(order, new Position(pos), new Position(60));
    }
}
