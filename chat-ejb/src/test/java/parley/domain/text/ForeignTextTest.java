package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeignTextTest {

    @Test
    void it_is_one_line_without_surrounding_space() {
        assertThat(ForeignText.line(" \n A\u00a0page\t of\r\ntext \u3000", 50)).isEqualTo("A page of text");
    }

    @Test
    void characters_that_hide_or_turn_text_are_removed() {
        assertThat(ForeignText.line("pay\u202emoc.elpmaxe\u202c \u200bnow\u2066\0", 50))
                .isEqualTo("paymoc.elpmaxe now");
        assertThat(ForeignText.line("a" + "\u0301".repeat(100) + "b", 50)).hasSize(9);
        assertThat(ForeignText.line("half \ud83d of an emoji", 50)).isEqualTo("half of an emoji");
    }

    @Test
    void long_text_is_cut_between_characters() {
        assertThat(ForeignText.line("😀".repeat(100_000), 3)).isEqualTo("😀😀😀…");
        assertThat(ForeignText.line("abc", 3)).isEqualTo("abc");
        assertThat(ForeignText.line("ab cd", 3)).isEqualTo("ab…");
    }

    @Test
    void what_nobody_can_see_is_no_text() {
        assertThat(ForeignText.line(null, 3)).isNull();
        assertThat(ForeignText.line("", 3)).isNull();
        assertThat(ForeignText.line(" \u200b\u202e\u3164", 3)).isNull();
    }
}
