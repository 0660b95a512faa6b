package parley.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({
        "boiler.jpg, boiler.jpg",
        "../../etc/passwd, passwd",
        "C:\\Users\\ada\\a.txt, a.txt",
        "日本語.pdf, 日本語.pdf",
        "e\u0301t\u0301e.txt, e\u0301t\u0301e.txt",
        "'  two words ', two words"
    })
    void a_name_is_kept_without_its_folders(String given, String kept) {
        assertThat(TextRules.fileName(given))
                .isEqualTo(java.text.Normalizer.normalize(kept, java.text.Normalizer.Form.NFC));
    }

    @Test
    void characters_that_hide_or_turn_others_are_removed() {
        assertThat(TextRules.fileName("gnp.\u202eexe")).isEqualTo("gnp.exe");
        assertThat(TextRules.fileName("a\u0000\r\n\u200bb")).isEqualTo("ab");
        assertThat(TextRules.fileName("a" + "\u0301".repeat(50)).length()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "/", "a/", "\u200b", "a\\.."})
    void what_is_no_name_gets_one(String given) {
        assertThat(TextRules.fileName(given)).isEqualTo("file");
    }

    @Test
    void a_long_name_keeps_its_extension() {
        var name = TextRules.fileName("x".repeat(500) + ".jpeg");
        assertThat(name).hasSize(150).endsWith("x.jpeg");
        assertThat(TextRules.fileName("😀".repeat(500)).codePointCount(0, 300)).isEqualTo(150);
    }

    @Test
    void an_unpaired_surrogate_is_refused() {
        assertThatThrownBy(() -> TextRules.fileName("a\ud800")).isInstanceOf(IllegalArgumentException.class);
    }
}
