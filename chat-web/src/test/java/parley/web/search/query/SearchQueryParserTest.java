package parley.web.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchQueryParserTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void words_are_separate_parts() {
        assertThat(parts("Hello  World")).containsExactly(with(words("hello")), with(words("world")));
    }

    @Test
    void a_phrase_is_one_part() {
        assertThat(parts("\"Hello, World\" now")).containsExactly(with(words("hello", "world")), with(words("now")));
    }

    @Test
    void an_open_quote_ends_with_the_query() {
        assertThat(parts("a \"b c")).containsExactly(with(words("a")), with(words("b", "c")));
    }

    @Test
    void minus_excludes_words_phrases_and_operators() {
        assertThat(parts("-a -\"b c\" -from:ada -has:link"))
                .containsExactly(
                        without(words("a")),
                        without(words("b", "c")),
                        without(new Condition.From("ada")),
                        without(new Condition.Marked(Mark.LINK)));
    }

    @Test
    void a_minus_inside_or_alone_excludes_nothing() {
        assertThat(parts("e-mail - x")).containsExactly(with(words("e", "mail")), with(words("x")));
    }

    @Test
    void a_star_at_the_end_makes_a_prefix() {
        assertThat(parts("engin*")).containsExactly(with(new Condition.Text(List.of("engin"), true, Set.of())));
        assertThat(parts("\"big engin*\""))
                .containsExactly(with(new Condition.Text(List.of("big", "engin"), true, Set.of())));
        assertThat(parts("-engin*")).containsExactly(without(new Condition.Text(List.of("engin"), true, Set.of())));
    }

    @Test
    void other_stars_are_text() {
        assertThat(parts("*")).containsExactly(with(signs("*")));
        assertThat(parts("a*b")).containsExactly(with(text(List.of("a", "b"), "*")));
        assertThat(parts("%*")).containsExactly(with(signs("%", "*")));
    }

    @Test
    void percent_underscore_and_backslash_are_text() {
        assertThat(parts("%")).containsExactly(with(signs("%")));
        assertThat(parts("100%")).containsExactly(with(text(List.of("100"), "%")));
        assertThat(parts("a_b")).containsExactly(with(text(List.of("a", "b"), "_")));
        assertThat(parts("\\")).containsExactly(with(signs("\\")));
    }

    @Test
    void operators_are_recognized_in_any_case() {
        assertThat(parts("FROM:ada in:general Mentions:me"))
                .containsExactly(
                        with(new Condition.From("ada")),
                        with(new Condition.In("general")),
                        with(new Condition.Mentions("me")));
    }

    @Test
    void a_value_can_be_quoted() {
        assertThat(parts("in:\"Engine room\" x"))
                .containsExactly(with(new Condition.In("Engine room")), with(words("x")));
    }

    @Test
    void days() {
        assertThat(parts("before:2026-03-01")).containsExactly(with(new Condition.Sent(null, DAY)));
        assertThat(parts("after:2026-03-01")).containsExactly(with(new Condition.Sent(DAY.plusDays(1), null)));
        assertThat(parts("on:2026-03-01")).containsExactly(with(new Condition.Sent(DAY, DAY.plusDays(1))));
    }

    @Test
    void all_properties_are_known() {
        assertThat(parts("has:link has:file has:reaction has:pin is:thread is:saved"))
                .extracting(part -> ((Condition.Marked) part.condition()).mark())
                .containsExactly(Mark.values());
    }

    @Test
    void unknown_operators_are_text() {
        assertThat(parts("https://example.com")).containsExactly(with(text(List.of("https", "example", "com"), "/")));
        assertThat(parts("to:ada")).containsExactly(with(words("to", "ada")));
        assertThat(parts(":x")).containsExactly(with(words("x")));
    }

    @Test
    void scripts_without_spaces_and_emoji_are_sequences() {
        assertThat(parts("東京 👍🏽")).containsExactly(with(words("東", "京")), with(words("👍")));
    }

    @Test
    void what_is_wrong_is_said() {
        for (var nothing : Arrays.asList(null, "", "  ", "\"\"", "-", "...", "\u3000"))
            assertRefused(nothing, "something to search for is needed");
        assertRefused("before:yesterday", "before: needs a date such as 2026-03-01");
        assertRefused("on:2026-02-30", "on: there is no day 2026-02-30");
        assertRefused("has:cake", "has: needs link, file, reaction or pin");
        assertRefused("has:thread", "has: needs link, file, reaction or pin");
        assertRefused("is:x", "is: needs thread or saved");
        assertRefused("from: x", "from: needs a value");
        assertRefused("x".repeat(1001), "at most 1000 characters");
        assertRefused("x ".repeat(51), "at most 50 words");
        assertRefused("\ud800", "unpaired surrogate");
    }

    private static void assertRefused(String query, String why) {
        assertThatThrownBy(() -> SearchQueryParser.parse(query))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    private static List<SearchQuery.Part> parts(String query) {
        return SearchQueryParser.parse(query).parts();
    }

    private static SearchQuery.Part with(Condition condition) {
        return new SearchQuery.Part(condition, false);
    }

    private static SearchQuery.Part without(Condition condition) {
        return new SearchQuery.Part(condition, true);
    }

    private static Condition words(String... words) {
        return text(List.of(words));
    }

    private static Condition signs(String... signs) {
        return text(List.of(), signs);
    }

    private static Condition text(List<String> words, String... signs) {
        return new Condition.Text(words, false, Set.of(signs));
    }
}
