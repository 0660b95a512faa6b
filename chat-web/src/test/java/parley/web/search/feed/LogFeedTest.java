package parley.web.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.log.entity.LogEntry;
import parley.domain.message.entity.Body;
import parley.domain.message.entity.EventDetail;
import parley.domain.message.entity.LoggedMessage;
import parley.domain.message.entity.MessageView;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.topic.Topics;
import parley.web.search.index.IndexPosition;
import parley.web.search.index.IndexQuery;
import parley.web.search.index.SearchIndex;
import parley.web.search.index.TestIndex;
import parley.web.search.query.Condition;

class LogFeedTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final ConversationId CONVERSATION = new ConversationId(1);
    private static final UserId ADA = new UserId(7);
    private static final IndexPosition EMPTY = new IndexPosition("topic", 0, TIME, List.of(0L));

    @TempDir
    Path folder;

    private final List<ConsumerRecord<String, String>> log = new ArrayList<>();
    private SearchIndex index;

    @BeforeEach
    void open() {
        index = TestIndex.empty(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void messages_changes_and_revokes_are_applied_in_one_batch_or_in_several() {
        say("one");
        say("two");
        edit(0, "uno");
        react(1);
        say("three");
        revoke(4);
        for (int batch : new int[] {1, 2, 6}) {
            index.clear();
            var feed = feed(EMPTY);
            for (int from = 0; from < log.size(); from += batch) feed.take(log.subList(from, from + batch));
            assertThat(bodies()).containsExactly("two", "uno");
            assertThat(index.position()).contains(EMPTY.at(new long[] {6}));
            assertThat(feed.next()).containsExactly(6);
        }
    }

    @Test
    void reading_again_changes_nothing() {
        say("one");
        edit(0, "uno");
        edit(0, "eins");
        say("gone");
        revoke(3);
        feed(EMPTY).take(log);
        for (long from = 0; from < log.size(); from++) {
            // As after a crash: the messages were written, and an earlier place.
            feed(EMPTY.at(new long[] {from})).take(log);
            assertThat(bodies()).containsExactly("eins");
        }
    }

    @Test
    void a_repeat_has_no_effect_even_if_the_first_was_read_before_the_place_of_the_index() {
        say("one");
        edit(0, "uno");
        edit(0, "eins");
        var again = log.get(1);
        append(LogRecords.read(again).entry(), TIME, TIME);
        append(LogRecords.read(log.get(0)).entry(), TIME, TIME);
        feed(EMPTY).take(log.subList(0, 3));
        feed(EMPTY.at(new long[] {3})).take(log);
        assertThat(bodies()).containsExactly("eins");
        assertThat(index.position()).contains(EMPTY.at(new long[] {5}));
    }

    @Test
    void void_and_unreadable_records_have_no_effect() {
        append(message("late"), TIME, TIME.plus(Appended.VOID_AFTER).plusMillis(1));
        log.add(new ConsumerRecord<>(Topics.MESSAGES, 0, log.size(), "1", "{}"));
        say("fine");
        feed(EMPTY).take(log);
        assertThat(bodies()).containsExactly("fine");
    }

    @Test
    void a_change_of_an_unknown_message_has_no_effect() {
        edit(99, "x");
        revoke(99);
        feed(EMPTY).take(log);
        assertThat(index.size()).isZero();
    }

    @Test
    void a_build_reads_all_pages() {
        var messages = new ArrayList<MessageView>();
        for (int i = 1; i <= 4_500; i++) messages.add(stored(i, "message"));
        index.write(List.of(stored(9_999, "stale")));
        var counts = new ArrayList<Long>();
        var build = new IndexBuild(
                index,
                (after, limit) -> messages.stream()
                        .filter(view -> view.pos().value() > after.pos())
                        .limit(limit)
                        .toList(),
                () -> false,
                counts::add);
        var position = EMPTY.at(new long[] {10_000});
        assertThat(build.run(() -> position)).isEqualTo(position);
        assertThat(index.positions()).isEmpty();
        assertThat(index.size()).isEqualTo(4_500);
        assertThat(counts).containsExactly(2_000L, 4_000L, 4_500L);
    }

    @Test
    void a_build_that_is_stopped_has_no_place() {
        new PositionKeeper(index, "me").begin(EMPTY);
        var build = new IndexBuild(index, (after, limit) -> List.of(), () -> true, count -> {});
        assertThat(build.run(() -> EMPTY)).isNull();
        assertThat(index.position()).isEmpty();
    }

    private LogFeed feed(IndexPosition start) {
        var keeper = new PositionKeeper(index, "me");
        keeper.begin(start);
        return new LogFeed(index, keeper, start);
    }

    private List<String> bodies() {
        var any = List.of(new IndexQuery.Part(
                new IndexQuery.Filter.Text(new Condition.Text(List.of("nowhere"), false, Set.of())), true));
        var scope = new IndexQuery.Scope(Set.of(CONVERSATION.value()), Map.of());
        return index.search(new IndexQuery(any, scope, null, 50)).messages().stream()
                .map(MessageView::body)
                .toList();
    }

    private void say(String body) {
        append(message(body), TIME, TIME);
    }

    private static LogEntry message(String body) {
        return new LogEntry.Message(CONVERSATION, Cid.at(TIME), ADA, new Body(body), null);
    }

    private void edit(long offset, String body) {
        change(new EventDetail.Edited(Position.at(0, offset), body));
    }

    private void react(long offset) {
        change(new EventDetail.Reaction(Position.at(0, offset), "👍", true));
    }

    private void revoke(long offset) {
        change(new EventDetail.Revoked(Position.at(0, offset)));
    }

    private void change(EventDetail detail) {
        append(new LogEntry.Event(CONVERSATION, Cid.at(TIME), ADA, detail), TIME, TIME);
    }

    private void append(LogEntry entry, Instant admitted, Instant appended) {
        var record = LogRecords.write(entry, 0, 0, admitted, "node");
        log.add(new ConsumerRecord<>(
                record.topic(),
                0,
                log.size(),
                appended.plusMillis(log.size()).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty()));
    }

    private static MessageView stored(long pos, String body) {
        return MessageView.of(new LoggedMessage(CONVERSATION, new Position(pos), Cid.at(TIME), ADA, TIME, body, null));
    }
}
