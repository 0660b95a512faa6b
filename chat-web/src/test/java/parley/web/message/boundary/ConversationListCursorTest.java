package parley.web.message.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.web.platform.rest.CursorFormat;

class ConversationListCursorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1-",
                "-1",
                "-1-2",
                "1--2",
                "1-2-3",
                "999999999999999999-1",
                "1-9999999999999999999",
                "a-b",
                "\u0661-1"
            })
    void an_invalid_cursor_is_refused(String given) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConversationListCursor.parse(given))
                .withMessage(CursorFormat.RULE);
    }

    @Test
    void a_cursor_is_read_as_it_was_written() {
        var place = new ConversationListCursor(Instant.parse("2026-03-01T10:15:30.123456Z"), 42);
        assertThat(ConversationListCursor.parse(place.toString())).isEqualTo(place);
    }
}
