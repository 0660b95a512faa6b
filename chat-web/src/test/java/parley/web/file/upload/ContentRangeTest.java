package parley.web.file.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.refusal.Refused;

class ContentRangeTest {

    @Test
    void a_range_has_its_first_and_last_byte() {
        var range = ContentRange.parse("bytes 4-9/10", 10);
        assertThat(range).isEqualTo(new ContentRange(4, 6, 10));
        assertThat(range.isLast()).isTrue();
        assertThat(ContentRange.parse("bytes 0-3/10", 10).isLast()).isFalse();
    }

    @Test
    void without_the_header_it_is_the_whole_file() {
        assertThat(ContentRange.parse(null, 10)).isEqualTo(new ContentRange(0, 10, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes 0-3",
                "bytes 0-3/*",
                "bytes */10",
                "bytes 3-0/10",
                "bytes 0-10/10",
                "bytes 0-3/11",
                "bytes=0-3/10",
                "bytes -1-3/10",
                "bytes 0-99999999999999999999/10"
            })
    void anything_else_is_refused(String header) {
        assertThatThrownBy(() -> ContentRange.parse(header, 10)).isInstanceOf(Refused.class);
    }
}
