package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.group.ReadLimit;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.boundary.MessageQueries;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refused;
import parley.web.log.source.InMemoryLog;
import parley.web.log.tail.EndOffsets;
import parley.web.message.admission.TestNode;

/** Ten messages, one a minute; the position of each is its offset. */
class HistoryWindowTest {

    private static final int SENT = 10;
    private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");
    private static final UserId STRANGER = new UserId(9);

    private Instant now = BEGIN;
    private final InMemoryLog log = new InMemoryLog(1, () -> now);
    private final TestNode node = new TestNode("one", log, () -> now, 100);
    private final Rows rows = new Rows();
    private HistoryWindow window;

    private static final class Rows extends StoredHistory {

        private final List<MessageView> views = new ArrayList<>();
        private long nextOffset;

        @Override
        public Optional<StoredPage> readFor(
                UserId user, ConversationId conversation, PageRange range, int partition, int epoch) {
            return user.equals(STRANGER) ? Optional.empty() : Optional.of(read(conversation, range, partition, epoch));
        }

        @Override
        public StoredPage read(ConversationId conversation, PageRange range, int partition, int epoch) {
            var held = views.stream().filter(view -> range.holds(view.pos())).toList();
            int most = Math.min(range.limit(), held.size());
            return new StoredPage(
                    nextOffset,
                    range.newestFirst() ? held.subList(held.size() - most, held.size()) : held.subList(0, most),
                    ReadLimit.NONE);
        }
    }

    @BeforeEach
    void ten_messages() {
        var history = new MessageHistory(
                node.identity,
                new LogEndWait(new EndOffsets(log, System::nanoTime), node.tail.tail),
                node.tail.tail,
                node.tail.status,
                node.tail.stored,
                node.readers,
                node.database,
                rows,
                new LogBackfill(log, node.tail.tail),
                new Quotes(node.tail.tail, node.database, rows, node.identity));
        var queries = new MessageQueries() {
            @Override
            public Optional<Position> firstFrom(ConversationId conversation, Instant start) {
                return rows.views.stream()
                        .filter(view -> !view.ts().isBefore(start))
                        .map(MessageView::pos)
                        .findFirst();
            }
        };
        // The database does not know members here, so only what the node knows decides.
        node.database.down = true;
        window = new HistoryWindow(history, node.tail.tail, node.readers, node.database, queries);
        for (int i = 0; i < SENT; i++) {
            node.send(node.message(ADA, "message " + i));
            now = now.plus(Duration.ofMinutes(1));
        }
        now = BEGIN;
    }

    /** The database has everything below {@code nextOffset}, and the tail has dropped it except for its last item. */
    private void storeBelow(long nextOffset) {
        for (long offset = 0; offset < nextOffset; offset++)
            node.tail.tail.message(PARTITION, TALK, new Position(offset)).ifPresent(rows.views::add);
        rows.nextOffset = nextOffset;
        node.tail.store(PARTITION, nextOffset, now);
    }

    private static List<Long> positions(HistoryWindow.Window window) {
        return window.items().stream().map(view -> view.pos().value()).toList();
    }

    private static Position at(long pos) {
        return new Position(pos);
    }

    private static Instant minute(int minute) {
        return BEGIN.plus(Duration.ofMinutes(minute));
    }

    @Test
    void a_message_is_shown_with_what_is_before_and_after_it() {
        var found = window.around(TALK, ADA, at(5), 5);
        assertThat(positions(found)).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(found.previous()).isEqualTo(at(3));
        assertThat(found.next()).isEqualTo(at(7));
        assertThat(found.fresh()).isTrue();
    }

    @Test
    void there_is_no_previous_page_at_the_beginning_and_no_next_one_at_the_end() {
        var begin = window.around(TALK, ADA, at(1), 6);
        assertThat(positions(begin)).startsWith(0L, 1L).hasSize(6);
        // The tail reaches to the beginning, but only the database knows that nothing precedes it.
        assertThat(begin.next()).isEqualTo(at(5));
        var end = window.around(TALK, ADA, at(9), 4);
        assertThat(positions(end)).containsExactly(7L, 8L, 9L);
        assertThat(end.next()).isNull();
    }

    @Test
    void one_message_knows_whether_more_follows() {
        var middle = window.around(TALK, ADA, at(5), 1);
        assertThat(positions(middle)).containsExactly(5L);
        assertThat(middle.previous()).isEqualTo(at(5));
        assertThat(middle.next()).isEqualTo(at(5));
        assertThat(window.around(TALK, ADA, at(9), 1).next()).isNull();
    }

    @Test
    void the_message_itself_need_not_exist() {
        var found = window.around(TALK, ADA, at(500), 4);
        assertThat(positions(found)).containsExactly(7L, 8L, 9L);
        assertThat(found.next()).isNull();
    }

    @Test
    void without_the_database_what_is_older_than_the_tail_is_unavailable() {
        storeBelow(5);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> window.around(TALK, ADA, at(2), 4))
                .matches(why -> why.why().code().equals("unavailable"));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> window.from(TALK, ADA, minute(2), 4))
                .matches(why -> why.why().code().equals("unavailable"));
        assertThat(positions(window.around(TALK, ADA, at(7), 4))).containsExactly(5L, 6L, 7L, 8L);
    }

    @Test
    void a_stranger_is_told_that_the_conversation_does_not_exist() {
        for (Runnable asked : List.<Runnable>of(
                () -> window.around(TALK, STRANGER, at(5), 4), () -> window.from(TALK, STRANGER, BEGIN, 4))) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(asked::run)
                    .matches(why -> why.why().code().equals("not_found"));
        }
    }

    @Test
    void a_day_begins_with_its_first_message() {
        var found = window.from(TALK, ADA, minute(5), 3);
        assertThat(positions(found)).containsExactly(5L, 6L, 7L);
        assertThat(found.previous()).isEqualTo(at(5));
        assertThat(found.next()).isEqualTo(at(7));
        assertThat(positions(window.from(TALK, ADA, minute(5).minusSeconds(1), 1)))
                .containsExactly(5L);
    }

    @Test
    void after_the_last_message_there_is_nothing_but_a_previous_page() {
        var found = window.from(TALK, ADA, minute(60), 3);
        assertThat(found.items()).isEmpty();
        assertThat(found.next()).isNull();
        assertThat(found.previous()).isNotNull();
    }
}
