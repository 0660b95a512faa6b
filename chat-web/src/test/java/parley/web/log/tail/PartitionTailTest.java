package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;

class PartitionTailTest {

    private final PartitionTail tail = new PartitionTail(3);

    @BeforeEach
    void five_messages_with_gaps() {
        for (long offset : new long[] {4, 6, 7, 9, 12}) tail.add(Records.item(offset));
    }

    @Test
    void items_after_a_position_come_oldest_first() {
        assertThat(tail.after(Records.CONVERSATION, new Position(6)))
                .extracting(item -> item.pos().value())
                .containsExactly(7L, 9L, 12L);
        assertThat(tail.after(Records.CONVERSATION, new Position(5)))
                .extracting(item -> item.pos().value())
                .startsWith(6L);
        assertThat(tail.after(Records.CONVERSATION, new Position(12))).isEmpty();
        assertThat(tail.after(new ConversationId(8), new Position(0))).isEmpty();
    }

    @Test
    void items_before_its_start_are_ignored() {
        var later = new PartitionTail(7);
        for (long offset : new long[] {4, 6, 7, 9, 12}) later.add(Records.item(offset));
        assertThat(later.all(Records.CONVERSATION)).hasSize(3);
        assertThat(later.oldestOffset()).isEqualTo(7);
        assertThat(later.coveredFrom()).isEqualTo(7);
    }

    @Test
    void the_oldest_item_is_dropped_first_and_the_rest_stays_covered() {
        assertThat(tail.coveredFrom()).isEqualTo(3);
        tail.forgetOldest();
        assertThat(tail.coveredFrom()).isEqualTo(5);
        assertThat(tail.all(Records.CONVERSATION)).hasSize(4);
    }

    @Test
    void bytes_are_counted_exactly() {
        assertThat(tail.bytes()).isPositive();
        while (!tail.isEmpty()) tail.forgetOldest();
        assertThat(tail.bytes()).isZero();
        assertThat(tail.last(Records.CONVERSATION)).isNull();
    }

    @Test
    void the_age_of_unstored_items_is_that_of_the_oldest() {
        assertThat(tail.oldestFrom(7)).isEqualTo(Records.BEGIN.plusSeconds(7));
        assertThat(tail.oldestFrom(0)).isEqualTo(Records.BEGIN.plusSeconds(4));
        assertThat(tail.oldestFrom(13)).isNull();
    }
}
