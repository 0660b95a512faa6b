package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.identity.Cid;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.PageRange;

class ConversationTailTest {

    private final ConversationTail tail = new ConversationTail();

    @BeforeEach
    void two_messages_and_their_changes() {
        tail.add(Records.item(4));
        tail.add(Records.item(6));
        tail.add(change(7, new EventDetail.Edited(new Position(4), "edited")));
        tail.add(change(8, new EventDetail.Reaction(new Position(6), "👍", true)));
        tail.add(change(9, new EventDetail.Revoked(new Position(4))));
        tail.add(change(10, new EventDetail.Edited(new Position(1), "of an older message")));
    }

    @Test
    void a_message_has_its_own_changes_folded_in_and_no_others() {
        assertThat(tail.message(new Position(4))).hasValueSatisfying(view -> {
            assertThat(view.revoked()).isTrue();
            assertThat(view.body()).isNull();
        });
        assertThat(tail.message(new Position(6))).hasValueSatisfying(view -> {
            assertThat(view.body()).isEqualTo("x");
            assertThat(view.reactions()).hasSize(1);
        });
    }

    @Test
    void the_position_of_an_event_or_of_nothing_has_no_message() {
        assertThat(tail.message(new Position(7))).isEmpty();
        assertThat(tail.message(new Position(5))).isEmpty();
        assertThat(tail.message(new Position(1))).isEmpty();
        assertThat(tail.message(new Position(99))).isEmpty();
    }

    @Test
    void changes_are_found_by_the_message_they_change_oldest_first() {
        assertThat(tail.changes(new Position(4)))
                .extracting(change -> change.at().value())
                .containsExactly(7L, 9L);
        assertThat(tail.changes(new Position(1)))
                .as("the message itself is not here")
                .hasSize(1);
        assertThat(tail.changes(new Position(2))).isEmpty();
    }

    @Test
    void a_page_needs_one_item_more_than_it_shows_and_all_changes() {
        var changes = List.of(7L, 8L, 9L, 10L);
        assertThat(page(PageRange.newest(1))).containsExactlyElementsOf(joined(List.of(4L, 6L), changes));
        tail.add(Records.item(12));
        tail.add(Records.item(14));
        assertThat(page(PageRange.newest(1))).containsExactlyElementsOf(joined(changes, List.of(12L, 14L)));
        assertThat(page(PageRange.before(new Position(12), 1)))
                .containsExactlyElementsOf(joined(List.of(4L, 6L), changes));
        assertThat(page(PageRange.after(new Position(4), 1)))
                .containsExactlyElementsOf(joined(List.of(6L), changes, List.of(12L)));
        assertThat(page(PageRange.after(new Position(14), 1))).containsExactlyElementsOf(changes);
        assertThat(page(PageRange.before(new Position(4), 1))).containsExactlyElementsOf(changes);
    }

    private List<Long> page(PageRange range) {
        return tail.page(range).stream().map(item -> item.pos().value()).toList();
    }

    @SafeVarargs
    private static List<Long> joined(List<Long>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    @Test
    void a_change_is_dropped_with_its_item() {
        for (int i = 0; i < 3; i++) tail.removeOldest();
        assertThat(tail.message(new Position(4))).isEmpty();
        assertThat(tail.changes(new Position(4)))
                .extracting(change -> change.at().value())
                .containsExactly(9L);
        while (!tail.isEmpty()) tail.removeOldest();
        assertThat(tail.changes(new Position(4))).isEmpty();
        assertThat(tail.changes(new Position(1))).isEmpty();
    }

    private static TailItem change(long at, EventDetail detail) {
        Instant time = Records.BEGIN.plusSeconds(at);
        return new TailItem.Event(
                new LoggedEvent(Records.CONVERSATION, new Position(at), Cid.at(time), new UserId(1), time, detail),
                null);
    }
}
