package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchKeyTest {

    @ParameterizedTest
    @CsvSource({
        "JÖRN, jörn", "Jo\u0308rn, jorn", "MULLER, Müller", "Łukasz, lukasz", "STRASSE, Straße", "STRAẞE, Straße",
                "Ægir, aegir",
        "Þóra, thora", "Øst, ost", "Đorđe, dorde", "İstanbul, ISTANBUL", "ISTANBUL, ıstanbul", "ΣΊΣΥΦΟΣ, σισυφος",
                "ЁЛКА, елка",
        "כֹּהֵן, כהן", "مُحَمَّد, محمد", "أحمد, احمد", "ＡＤＡ, ada", "ﾔﾏﾀﾞ, ヤマダ", "日本, 日本", "👨\u200d👩\u200d👧, 👨👩👧",
        "❤\ufe0f, ❤", "Donau\u00addampf, donaudampf", "a\u00a0b, A  b", "علی\u200cرضا, علیرضا",
    })
    void equivalent_names_have_the_same_key(String one, String other) {
        assertThat(SearchKey.fold(one)).isEqualTo(SearchKey.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"か, が", "किताब, कतब", "100%, 100", "a_b, ab", "김, 긴"})
    void different_names_have_different_keys(String one, String other) {
        assertThat(SearchKey.fold(one)).isNotEqualTo(SearchKey.fold(other));
    }

    @ParameterizedTest
    @CsvSource({"Straße Łukasz", "ﷺ", "ΐ İ ǰ", "ガ ｶﾞ", "각"})
    void folding_twice_changes_nothing(String text) {
        assertThat(SearchKey.fold(SearchKey.fold(text))).isEqualTo(SearchKey.fold(text));
    }

    @Test
    void white_space_controls_and_invisible_characters_separate_words_or_vanish() {
        assertThat(SearchKey.fold(" \t Ada\n\u3000Lovelace\0 ")).isEqualTo("ada lovelace");
        assertThat(SearchKey.fold("\u200b\ufeff\u0301")).isEmpty();
    }

    @Test
    void a_key_holds_both_names_and_fits_the_column() {
        assertThat(SearchKey.of("ada.l", "Ada Løvelace")).isEqualTo("\nada.l\nada lovelace\n");
        var long1 = SearchKey.of("ada", "ﷺ".repeat(100));
        assertThat(long1.codePointCount(0, long1.length())).isEqualTo(SearchKey.LONGEST);
        var astral = SearchKey.of("ada", "\uD801\uDC14".repeat(600));
        assertThat(astral.codePointCount(0, astral.length())).isEqualTo(SearchKey.LONGEST);
    }
}
