package parley.web.file.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=2-4, 2, 3",
        "bytes=5-, 5, 5",
        "bytes=-3, 7, 3",
        "bytes=-100, 0, 10",
        "bytes=8-100, 8, 2",
        "bytes=0-999999999999999, 0, 10"
    })
    void a_range_is_cut_to_the_file(String header, long from, long length) {
        assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-11", "bytes=-0"})
    void a_range_outside_of_the_file_cannot_be_satisfied(String header) {
        assertThat(ByteRange.parse(header, 10).orElseThrow().isSatisfiable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "bytes=4-2",
                "bytes=0-1,3-4",
                "lines=0-1",
                "bytes=0-99999999999999999999",
                "bytes= 0-1",
                "bytes=--1"
            })
    void anything_else_means_the_whole_file(String header) {
        assertThat(ByteRange.parse(header, 10)).isEmpty();
    }

    @Test
    void no_header_means_the_whole_file() {
        assertThat(ByteRange.parse(null, 10)).isEmpty();
    }

    @Test
    void the_answer_says_which_bytes_it_has() {
        assertThat(new ByteRange(2, 3).of(10)).isEqualTo("bytes 2-4/10");
    }
}
