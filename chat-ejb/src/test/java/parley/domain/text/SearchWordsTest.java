package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchWordsTest {

    @Test
    void words_are_folded_and_punctuation_separates_them() {
        assertThat(words("Hello, WORLD! It's Zürich—naïve Straße."))
                .containsExactly("hello", "world", "it", "s", "zurich", "naive", "strasse");
    }

    @Test
    void one_letter_and_numbers_are_words() {
        assertThat(words("a 1 я")).containsExactly("a", "1", "я");
    }

    @Test
    void each_character_of_a_script_without_spaces_is_a_word() {
        assertThat(words("東京タワーへ go")).containsExactly("東", "京", "タ", "ワ", "ー", "へ", "go");
        assertThat(words("서울에서")).containsExactly("서", "울", "에", "서");
        assertThat(words("กินข้าว")).hasSize(5).startsWith("กิ", "น");
    }

    @Test
    void decomposed_text_has_the_same_words() {
        assertThat(words("e\u0301te\u0301")).containsExactly("ete");
        assertThat(words("\u1112\u1161\u11ab")).isEqualTo(words("한"));
        assertThat(words("\u304b\u3099")).isEqualTo(words("が"));
    }

    @Test
    void an_emoji_is_a_word_without_its_skin_tone() {
        assertThat(words("ok👍🏽fine 👩‍👩‍👧 🇸🇪🇳🇴 ❤️ 1️⃣"))
                .containsExactly("ok", "👍", "fine", "👩‍👩‍👧", "🇸🇪", "🇳🇴", "❤", "1⃣");
    }

    @Test
    void signs_are_kept_apart() {
        var split = SearchWords.of("100% of snake_case\\path C++");
        assertThat(split.joined()).isEqualTo("100 of snake case path c");
        assertThat(split.distinctSigns()).containsExactly("%", "_", "\\", "+");
    }

    @Test
    void a_word_knows_its_place() {
        assertThat(SearchWords.of("x Zürich").words())
                .containsExactly(new SearchWords.Word("x", 0, 1), new SearchWords.Word("zurich", 2, 8));
    }

    @Test
    void long_words_are_cut() {
        assertThat(words("a".repeat(100))).containsExactly("a".repeat(64));
    }

    @Test
    void characters_without_width_do_not_separate() {
        assertThat(words("co\u00adop me\u200cet")).containsExactly("coop", "meet");
    }

    @Test
    void unpaired_surrogates_and_marks_alone_are_no_words() {
        assertThat(words("\ud83d \u0301 x")).containsExactly("x");
    }

    private static List<String> words(String text) {
        return SearchWords.of(text).words().stream().map(SearchWords.Word::text).toList();
    }
}
