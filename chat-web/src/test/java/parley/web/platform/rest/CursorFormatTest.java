package parley.web.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorFormatTest {

    private final CursorFormat format = new CursorFormat(3, 18);

    @Test
    void numbers_come_back_as_they_were() {
        assertThat(format.parse(CursorFormat.text(7, 999_999_999_999_999_999L)))
                .containsExactly(7, 999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "7-", "-7-8", "7-8-9", "1234-5", "7-1234567890123456789", "a-8", "٧-8", " 7-8"})
    void any_other_text_is_refused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.parse(text))
                .withMessage(CursorFormat.RULE);
    }
}
