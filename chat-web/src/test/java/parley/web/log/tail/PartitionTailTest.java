package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.group.AttributeChange;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.Mentions;

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
    void mentions_and_the_texts_of_changes_take_memory_too() {
        long plain = sizeOf(message("hello", Mentions.NONE));
        var fifty =
                Mentions.of(LongStream.rangeClosed(1, 50).mapToObj(UserId::new).toList(), null);
        assertThat(sizeOf(message("hello", fifty))).isGreaterThanOrEqualTo(plain + 50 * 24);
        var reaction = sizeOf(event(new EventDetail.Reaction(new Position(4), "👍", true)));
        var text = "x".repeat(4_000);
        assertThat(sizeOf(event(new EventDetail.Edited(new Position(4), text)))).isEqualTo(reaction + 2 * 4_000);
        assertThat(sizeOf(event(new EventDetail.Edited(new Position(4), text, fifty))))
                .isGreaterThanOrEqualTo(reaction + 2 * 4_000 + 50 * 24);
        var topic = new AttributeChange(null, "t".repeat(250), null, null, null, null);
        assertThat(sizeOf(event(new EventDetail.GroupChanged(topic, 2)))).isEqualTo(reaction + 2 * 250);
    }

    private static long sizeOf(TailItem item) {
        var alone = new PartitionTail(0);
        alone.add(item);
        return alone.bytes();
    }

    private static TailItem message(String body, Mentions mentions) {
        return new TailItem.Message(
                new LoggedMessage(
                        Records.CONVERSATION,
                        new Position(20),
                        Cid.at(Records.BEGIN),
                        new UserId(1),
                        Records.BEGIN,
                        body,
                        null,
                        mentions),
                null);
    }

    private static TailItem event(EventDetail detail) {
        return new TailItem.Event(
                new LoggedEvent(
                        Records.CONVERSATION,
                        new Position(20),
                        Cid.at(Records.BEGIN),
                        new UserId(1),
                        Records.BEGIN,
                        detail),
                null);
    }

    @Test
    void the_age_of_unstored_items_is_that_of_the_oldest() {
        assertThat(tail.oldestFrom(7)).isEqualTo(Records.BEGIN.plusSeconds(7));
        assertThat(tail.oldestFrom(0)).isEqualTo(Records.BEGIN.plusSeconds(4));
        assertThat(tail.oldestFrom(13)).isNull();
    }
}
