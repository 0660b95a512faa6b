package parley.web.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.domain.identity.FileId;

class TextMatchTest {

    private static final FileId PLAN = new FileId(4);
    private static final FileId COSTS = new FileId(5);

    @Test
    void all_words_must_be_there_in_any_order() {
        assertThat(marked("world hello", "Hello big World")).contains("[Hello] big [World]");
        assertThat(marked("hello moon", "Hello big World")).isEmpty();
    }

    @Test
    void the_words_of_a_phrase_follow_each_other() {
        assertThat(marked("\"big world\"", "a big, WORLD big")).contains("a [big, WORLD] big");
        assertThat(marked("\"world big\"", "big world")).isEmpty();
    }

    @Test
    void each_part_must_match_in_the_text_or_in_one_document() {
        assertThat(documents("boiler", "see below")).contains(Set.of(PLAN));
        assertThat(documents("see boiler", "see below")).contains(Set.of(PLAN));
        assertThat(documents("hot", "see below")).contains(Set.of(PLAN, COSTS));
        assertThat(documents("see", "see below")).contains(Set.of());
        assertThat(documents("see -hot", "see below")).isEmpty();
        assertThat(documents("\"boiler costs\"", "see below")).isEmpty();
    }

    private static Optional<Set<FileId>> documents(String query, String text) {
        var texts = new LinkedHashMap<FileId, String>();
        texts.put(PLAN, "The hot boiler");
        texts.put(COSTS, "Costs of hot coal");
        var documents = new DocumentMatch(new FileTexts(texts));
        return TextMatch.of(SearchQueryParser.parse(query), text, documents)
                .map(ranges ->
                        documents.excerpts().stream().map(DocumentExcerpt::file).collect(Collectors.toSet()));
    }

    @Test
    void an_excerpt_has_the_first_place_and_what_is_around_it() {
        var text = "x ".repeat(500) + "\n" + "The hot boiler" + " y".repeat(500);
        var documents = new DocumentMatch(new FileTexts(Map.of(PLAN, text)));
        TextMatch.of(SearchQueryParser.parse("boiler \"the hot\""), "", documents);
        var excerpt = documents.excerpts().getFirst();
        assertThat(excerpt.file()).isEqualTo(PLAN);
        assertThat(excerpt.text())
                .hasSizeLessThanOrEqualTo(240)
                .startsWith("x x ")
                .doesNotContain("\n");
        assertThat(mark(excerpt.text(), excerpt.highlights())).contains("x  [The hot] [boiler] y");
    }

    @Test
    void a_word_is_whole_and_a_prefix_is_not() {
        assertThat(marked("eng", "engine")).isEmpty();
        assertThat(marked("eng*", "the Engine engages")).contains("the [Engine] [engages]");
        assertThat(marked("\"the eng*\"", "the Engine engages")).contains("[the Engine] engages");
    }

    @Test
    void excluded_words_must_not_be_there_and_are_not_marked() {
        assertThat(marked("a -b", "a c")).contains("[a] c");
        assertThat(marked("a -b", "a b")).isEmpty();
        assertThat(marked("-b", "a")).contains("a");
    }

    @Test
    void a_part_of_a_text_without_spaces_is_found() {
        assertThat(marked("京タ", "東京タワー")).contains("東[京タ]ワー");
        assertThat(marked("タ京", "東京タワー")).isEmpty();
    }

    @Test
    void signs_are_marked() {
        assertThat(marked("100%", "at 100 %!")).contains("at [100] [%]!");
        assertThat(marked("%", "100")).isEmpty();
        assertThat(marked("_", "a_b")).contains("a[_]b");
    }

    @Test
    void accents_and_case_do_not_matter() {
        assertThat(marked("ZURICH", "in Zürich")).contains("in [Zürich]");
        assertThat(marked("zürich", "in ZURICH")).contains("in [ZURICH]");
    }

    @Test
    void emoji() {
        assertThat(marked("👍", "nice👍🏽!")).contains("nice[👍🏽]!");
    }

    @Test
    void overlapping_parts_are_one() {
        assertThat(marked("\"a b\" \"b c\"", "a b c")).contains("[a b c]");
    }

    private static Optional<String> marked(String query, String text) {
        return TextMatch.of(SearchQueryParser.parse(query), text).map(ranges -> mark(text, ranges));
    }

    private static String mark(String text, List<TextMatch.Range> ranges) {
        var marked = new StringBuilder(text);
        for (var range : ranges.reversed()) marked.insert(range.end(), ']').insert(range.start(), '[');
        return marked.toString();
    }
}
