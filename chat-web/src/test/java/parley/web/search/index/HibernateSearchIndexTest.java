package parley.web.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.identity.Cid;
import parley.domain.identity.ConversationId;
import parley.domain.identity.FileId;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;
import parley.domain.message.entity.AttachedFile;
import parley.domain.message.entity.Mentions;
import parley.domain.message.entity.MessageView;
import parley.web.search.index.IndexQuery.Filter;
import parley.web.search.query.Condition;
import parley.web.search.query.FileTexts;
import parley.web.search.query.Mark;
import parley.web.search.query.SearchQueryParser;

class HibernateSearchIndexTest {

    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

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
    void what_is_written_is_found_at_once_and_unchanged() {
        var view = new MessageView(
                new ConversationId(1),
                new Position(5),
                Cid.at(TIME),
                new UserId(7),
                TIME,
                "Hello World",
                new Position(3),
                null,
                Mentions.of(List.of(new UserId(9)), Mentions.Everyone.HERE),
                new Position(8),
                TIME.plusSeconds(9),
                false,
                List.of(new MessageView.Reactions("👍", List.of(new UserId(7), new UserId(9)))),
                null);
        index.write(List.of(view));
        assertThat(search("hello")).containsExactly(view);
        assertThat(index.find(List.of(MessageId.of(view), new MessageId(view.conversation(), new Position(6)))))
                .containsExactly(Map.entry(MessageId.of(view), view));
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void a_message_with_files_is_found_by_their_names_and_returned_with_them() {
        var file = new AttachedFile(
                new FileId(4), "Bericht März.pdf", 9, "application/pdf", new AttachedFile.Picture(3, 2, "AA=="));
        var view = TestIndex.messageWith(file);
        index.write(List.of(view, message(1, 6, "without a file")));
        assertThat(search("marz")).containsExactly(view);
        assertThat(filtered(new Filter.Marked(Mark.FILE), false)).containsExactly(5L);
    }

    @Test
    void a_message_is_found_by_the_text_of_its_documents_when_that_is_there() {
        var view = withFile("application/pdf");
        index.write(List.of(view, message(1, 6, "without a file")));
        assertThat(search("marz")).containsExactly(view);
        assertThat(search("boiler")).isEmpty();
        assertThat(index.incomplete(10)).containsExactly(view);

        var texts = new FileTexts(Map.of(new FileId(4), "The boiler is at 90 %"));
        index.complete(Map.of(view, texts));
        assertThat(index.incomplete(10)).isEmpty();
        assertThat(search("\"the boiler\" 90")).containsExactly(view);
        assertThat(search("%")).containsExactly(view);
        assertThat(search("-boiler")).doesNotContain(view);
        assertThat(index.texts(List.of(MessageId.of(view), new MessageId(view.conversation(), new Position(6)))))
                .containsExactly(Map.entry(MessageId.of(view), texts));

        // A change keeps the text, and a revoke does not.
        index.write(List.of(view));
        assertThat(search("boiler")).containsExactly(view);
        assertThat(index.incomplete(10)).isEmpty();
        index.write(List.of(view.withoutBody()));
        assertThat(search("boiler")).isEmpty();
    }

    @Test
    void a_message_without_documents_waits_for_nothing() {
        index.write(List.of(withFile("image/png"), message(1, 6, "without a file")));
        assertThat(index.incomplete(10)).isEmpty();
    }

    private static MessageView withFile(String type) {
        var file = new AttachedFile(new FileId(4), "Bericht März.pdf", 9, type, null);
        return TestIndex.messageWith(file);
    }

    @Test
    void writing_again_replaces() {
        index.write(List.of(message(1, 5, "old")));
        index.write(List.of(message(1, 5, "new")));
        assertThat(search("old")).isEmpty();
        assertThat(search("new")).hasSize(1);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void what_is_revoked_is_removed() {
        var view = message(1, 5, "secret");
        index.write(List.of(view));
        index.write(List.of(view.withoutBody()));
        assertThat(search("secret")).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void words_phrases_prefixes_signs_and_exclusions() {
        index.write(List.of(
                message(1, 1, "the big engine"),
                message(1, 2, "engine, big one"),
                message(1, 3, "engines 100%"),
                message(1, 4, "東京タワー a_b")));
        assertThat(places("big engine")).containsExactly(2L, 1L);
        assertThat(places("\"big engine\"")).containsExactly(1L);
        assertThat(places("engin*")).containsExactly(3L, 2L, 1L);
        assertThat(places("engine* -the")).containsExactly(3L, 2L);
        assertThat(places("-engine")).containsExactly(4L, 3L);
        assertThat(places("%")).containsExactly(3L);
        assertThat(places("_")).containsExactly(4L);
        assertThat(places("京タ")).containsExactly(4L);
        assertThat(places("タ京")).isEmpty();
        assertThat(places("a")).containsExactly(4L);
    }

    @Test
    void an_excluded_phrase_with_a_prefix_hides_nothing_else() {
        index.write(List.of(message(1, 1, "foo and a bar"), message(1, 2, "neither")));
        assertThat(places("-\"foo ba*\"")).containsExactly(2L, 1L);
        assertThat(places("-ba*")).containsExactly(2L);
    }

    @Test
    void a_prefix_has_no_wildcards() {
        index.write(List.of(message(1, 1, "abc"), message(1, 2, "a*c")));
        assertThat(places("a*c")).containsExactly(2L);
    }

    @Test
    void senders_mentions_marks_and_times() {
        var linked = message(1, 1, "see https://example.com");
        var reacted = new MessageView(
                new ConversationId(1),
                new Position(2),
                Cid.at(TIME),
                new UserId(8),
                TIME.plusSeconds(1),
                "x",
                null,
                null,
                Mentions.of(List.of(new UserId(9)), Mentions.Everyone.CHANNEL),
                null,
                null,
                false,
                List.of(new MessageView.Reactions("👍", List.of(new UserId(7)))),
                null);
        index.write(List.of(linked, reacted));
        assertThat(filtered(new Filter.Senders(Set.of(8L)), false)).containsExactly(2L);
        assertThat(filtered(new Filter.Senders(Set.of(8L)), true)).containsExactly(1L);
        assertThat(filtered(new Filter.Senders(Set.of()), false)).isEmpty();
        assertThat(filtered(new Filter.Mentioned(Set.of(9L)), false)).containsExactly(2L);
        assertThat(filtered(new Filter.Mentioned(Set.of(IndexQuery.EVERYONE)), false))
                .containsExactly(2L);
        assertThat(filtered(new Filter.Marked(Mark.LINK), false)).containsExactly(1L);
        assertThat(filtered(new Filter.Marked(Mark.REACTION), false)).containsExactly(2L);
        assertThat(filtered(new Filter.Marked(Mark.SAVED), false)).isEmpty();
        assertThat(filtered(new Filter.Sent(null, TIME.plusSeconds(1)), false)).containsExactly(1L);
        assertThat(filtered(new Filter.Sent(TIME.plusSeconds(1), null), false)).containsExactly(2L);
        assertThat(filtered(new Filter.Sent(TIME, TIME.plusSeconds(2)), false)).containsExactly(2L, 1L);
        assertThat(filtered(new Filter.Conversations(Set.of(2L)), false)).isEmpty();
    }

    @Test
    void only_what_is_in_scope_is_found() {
        index.write(List.of(message(1, 1, "x"), message(2, 1, "x"), message(3, 1, "x"), message(3, 2, "x")));
        var scope = new IndexQuery.Scope(Set.of(1L), Map.of(new ConversationId(3), new Position(2)));
        var hits = index.search(new IndexQuery(text("x"), scope, null, 10));
        assertThat(hits.messages())
                .extracting(view -> view.conversation().value() + "@" + view.pos())
                .containsExactlyInAnyOrder("1@1", "3@2");
        assertThat(index.search(new IndexQuery(text("x"), new IndexQuery.Scope(Set.of(), Map.of()), null, 10))
                        .messages())
                .isEmpty();
    }

    @Test
    void thousands_of_conversations_are_a_scope() {
        index.write(List.of(message(4_999, 1, "x"), message(5_001, 1, "x")));
        var whole = LongStream.rangeClosed(1, 5_000).boxed().collect(Collectors.toSet());
        var later = LongStream.rangeClosed(6_000, 8_000)
                .boxed()
                .collect(Collectors.toMap(ConversationId::new, id -> new Position(1)));
        assertThat(index.search(new IndexQuery(text("x"), new IndexQuery.Scope(whole, later), null, 10))
                        .messages())
                .hasSize(1);
    }

    @Test
    void pages_follow_each_other_even_if_all_have_one_time() {
        var all = new ArrayList<MessageView>();
        for (int i = 1; i <= 25; i++) all.add(at(TIME, 1 + i % 3, i, "x"));
        index.write(all);
        var found = new ArrayList<MessageView>();
        IndexQuery.Place after = null;
        do {
            var page =
                    index.search(new IndexQuery(text("x"), scope(), after, 4)).messages();
            found.addAll(page);
            after = page.size() < 4 ? null : IndexQuery.Place.of(page.getLast());
            // What arrives meanwhile is before the first page.
            index.write(List.of(at(TIME.plusSeconds(found.size()), 1, 100 + found.size(), "x")));
        } while (after != null);
        assertThat(found).doesNotHaveDuplicates().hasSize(25).containsAll(all);
    }

    @Test
    void the_total_is_counted() {
        index.write(List.of(message(1, 1, "x"), message(1, 2, "x"), message(1, 3, "y")));
        var hits = index.search(new IndexQuery(text("x"), scope(), null, 1));
        assertThat(hits.total()).isEqualTo(2);
        assertThat(hits.isTotalExact()).isTrue();
    }

    @Test
    void messages_and_position_survive_closing() {
        assertThat(index.position()).isEmpty();
        var position = new IndexPosition("topic", 2, TIME, List.of(5L, 0L, 9L));
        index.write(List.of(message(1, 1, "x")));
        index.write(new FeederPosition("me", 1, position));
        index.close();
        index = TestIndex.open(folder);
        assertThat(index.position()).contains(position);
        assertThat(search("x")).hasSize(1);
        index.clear();
        assertThat(index.position()).isEmpty();
        assertThat(index.size()).isZero();
    }

    @Test
    void a_position_of_another_format_is_none() {
        assertThat(IndexPosition.parse("1 topic 0 1 2")).isNull();
    }

    private List<MessageView> search(String query) {
        return index.search(new IndexQuery(text(query), scope(), null, 50)).messages();
    }

    private List<Long> places(String query) {
        return search(query).stream().map(view -> view.pos().value()).toList();
    }

    private List<Long> filtered(Filter filter, boolean isExcluded) {
        var parts = List.of(new IndexQuery.Part(filter, isExcluded));
        return index.search(new IndexQuery(parts, scope(), null, 50)).messages().stream()
                .map(view -> view.pos().value())
                .toList();
    }

    private static List<IndexQuery.Part> text(String query) {
        return SearchQueryParser.parse(query).parts().stream()
                .map(part -> new IndexQuery.Part(new Filter.Text((Condition.Text) part.condition()), part.isExcluded()))
                .toList();
    }

    private static IndexQuery.Scope scope() {
        return new IndexQuery.Scope(Set.of(1L, 2L, 3L), Map.of());
    }

    private static MessageView message(long conversation, long pos, String body) {
        return at(TIME.plusSeconds(pos - 1), conversation, pos, body);
    }

    private static MessageView at(Instant ts, long conversation, long pos, String body) {
        return new MessageView(
                new ConversationId(conversation),
                new Position(pos),
                Cid.at(TIME),
                new UserId(7),
                ts,
                body,
                null,
                null,
                Mentions.NONE,
                null,
                null,
                false,
                List.of(),
                null);
    }
}
