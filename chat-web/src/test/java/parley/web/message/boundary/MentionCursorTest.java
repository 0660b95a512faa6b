package parley.web.message.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.web.message.history.MentionList;
import parley.web.platform.rest.CursorFormat;

class MentionCursorTest {

    @Test
    void a_cursor_is_read_as_it_was_written() {
        var place = new MentionList.Place(Instant.parse("2026-03-01T10:15:30.123456Z"), 42, (1L << 53) - 1);
        assertThat(MentionCursor.parse(MentionCursor.text(place))).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1-2", "1-2-", "-1-2-3", "1-2-3-4", "999999999999999999-1-1", "1-2-99999999999999999"})
    void an_invalid_cursor_is_refused(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MentionCursor.parse(given))
                .withMessage(CursorFormat.RULE);
    }
}
