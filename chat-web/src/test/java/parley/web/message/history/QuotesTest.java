package parley.web.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.web.message.admission.TestNode.ADA;
import static parley.web.message.admission.TestNode.KIM;
import static parley.web.message.admission.TestNode.PARTITION;
import static parley.web.message.admission.TestNode.TALK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.group.ReadLimit;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.boundary.StoredHistory;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.MessageView;
import parley.domain.message.entity.Quote;
import parley.web.log.source.InMemoryLog;
import parley.web.message.admission.TestNode;

class QuotesTest {

    private static final Position ORIGINAL = new Position(1);

    private final Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final TestNode node = new TestNode("one", new InMemoryLog(1, () -> now), () -> now, 100);
    private final List<MessageView> rows = new ArrayList<>();
    private long nextOffset;
    private int queries;
    private final Quotes quotes = new Quotes(
            node.tail.tail,
            node.database,
            new StoredHistory() {
                @Override
                public StoredPage at(
                        ConversationId conversation, Collection<Position> positions, int partition, int epoch) {
                    queries++;
                    var found = rows.stream()
                            .filter(row -> positions.contains(row.pos()))
                            .toList();
                    return new StoredPage(nextOffset, found, ReadLimit.NONE);
                }
            },
            node.identity);

    @BeforeEach
    void three_messages() {
        node.send(node.message(ADA, "first"));
        node.send(node.message(ADA, "original"));
        node.send(node.message(KIM, "third"));
    }

    /** The database has the three messages, and the tail has dropped them except for the last one. */
    private void store() {
        for (int offset = 0; offset < 3; offset++) {
            node.tail.tail.message(PARTITION, TALK, new Position(offset)).ifPresent(rows::add);
        }
        rows.forEach(row -> node.storedMessages.put(row.pos().value(), row));
        nextOffset = 3;
        node.tail.store(PARTITION, nextOffset, now);
        node.send(node.message(KIM, "later"));
        node.tail.store(PARTITION, nextOffset, now);
        assertThat(node.tail.tail.message(PARTITION, TALK, ORIGINAL)).isEmpty();
    }

    private static Quote of(String excerpt) {
        return new Quote(ORIGINAL, ADA, excerpt, false);
    }

    private MessageView reply(long pos, Position to) {
        return MessageView.of(new LoggedMessage(TALK, new Position(pos), Cid.at(now), KIM, now, "reply", to));
    }

    @Test
    void a_message_of_the_tail_is_quoted_without_a_query() {
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(of("original"));
        assertThat(queries).isZero();
    }

    @Test
    void an_older_message_is_quoted_from_the_database() {
        store();
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(of("original"));
    }

    @Test
    void changes_that_are_not_stored_yet_count() {
        store();
        node.send(node.change(ADA, new EventDetail.Edited(ORIGINAL, "edited")));
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(of("edited"));
        node.send(node.change(ADA, new EventDetail.Revoked(ORIGINAL)));
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(new Quote(ORIGINAL, ADA, null, true));
    }

    @Test
    void a_revoke_that_neither_the_rows_nor_the_tail_have_hides_the_text() {
        store();
        node.send(node.change(ADA, new EventDetail.Revoked(ORIGINAL)));
        node.send(node.message(ADA, "more"));
        node.tail.forgetAll();
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(Quote.unknown(ORIGINAL));
    }

    @Test
    void without_the_database_an_older_message_has_only_its_position() {
        store();
        node.database.down = true;
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(Quote.unknown(ORIGINAL));
    }

    @Test
    void a_message_that_does_not_exist_is_gone() {
        store();
        rows.clear();
        assertThat(quotes.of(TALK, ORIGINAL)).isEqualTo(Quote.missing(ORIGINAL));
    }

    @Test
    void a_page_takes_at_most_one_query_and_uses_its_own_messages_first() {
        store();
        var edited = rows.get(2).with(Items.loggedEvent(7, new EventDetail.Edited(new Position(2), "on the page")));
        var page = List.of(
                edited, reply(10, ORIGINAL), reply(11, new Position(0)), reply(12, new Position(2)), reply(13, null));
        var quoted = quotes.addTo(TALK, page, ReadLimit.NONE);
        assertThat(quoted)
                .extracting(MessageView::pos)
                .containsExactlyElementsOf(page.stream().map(MessageView::pos).toList());
        assertThat(quoted.get(1).quote()).isEqualTo(of("original"));
        assertThat(quoted.get(2).quote().excerpt()).isEqualTo("first");
        assertThat(quoted.get(3).quote().excerpt()).isEqualTo("on the page");
        assertThat(quoted.get(4).quote()).isNull();
        assertThat(queries).isOne();
    }

    @Test
    void a_page_without_replies_is_returned_as_it_is() {
        var page = List.of(reply(10, null));
        assertThat(quotes.addTo(TALK, page, ReadLimit.NONE)).isSameAs(page);
    }

    @Test
    void what_the_reader_may_not_read_is_gone_and_not_looked_up() {
        store();
        var from = new Position(2);
        var unreadable = quotes.addTo(TALK, List.of(reply(10, ORIGINAL)), from);
        assertThat(unreadable.getFirst().quote()).isEqualTo(Quote.missing(ORIGINAL));
        assertThat(queries).isZero();
        var readable = quotes.addTo(TALK, List.of(reply(11, from)), from);
        assertThat(readable.getFirst().quote().excerpt()).isEqualTo("third");
    }

    @Test
    void a_revoked_reply_quotes_nothing() {
        var revoked = reply(10, ORIGINAL).withoutBody();
        assertThat(quotes.addTo(TALK, List.of(revoked), ReadLimit.NONE)
                        .getFirst()
                        .quote())
                .isNull();
    }
}
