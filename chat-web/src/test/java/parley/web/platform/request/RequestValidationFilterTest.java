package parley.web.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestValidationFilterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                " application/json ",
                "application/json;charset=UTF-8",
                "application/json ; charset=\"utf-8\" ; a=b",
                "application/json;",
                "text/plain",
                "*/*"
            })
    void a_valid_media_type_is_accepted(String type) {
        assertThat(RequestValidationFilter.isMediaType(type)).isTrue();
        assertThat(RequestValidationFilter.isMediaType(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "!!!",
                "application",
                "application/",
                "/json",
                "a/b/c",
                "a b/c",
                "a/b;c",
                "a/b;c=",
                "a/b;;",
                "a/b;c=\"",
                "a/b c",
                "a/b\u0000"
            })
    void an_invalid_media_type_is_refused(String type) {
        assertThat(RequestValidationFilter.isMediaType(type)).isFalse();
    }

    @Test
    void a_long_media_type_is_refused_before_it_is_parsed() {
        assertThat(RequestValidationFilter.isMediaType("a/b" + ";c=d".repeat(8_000)))
                .isFalse();
        assertThat(RequestValidationFilter.isMediaType("a/b" + " ".repeat(30_000) + "c"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "text/*;q=0, a/b ; q=1.000",
                "a/b;v=b3;q=0.7",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"
            })
    void valid_media_ranges_are_accepted(String accept) {
        assertThat(RequestValidationFilter.areMediaRanges(List.of(accept))).isTrue();
        assertThat(RequestValidationFilter.areMediaRanges(List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "!!!", ";", "=", "a/b/c", "text/html;q=2", "text/html;q=-1", "text/html;q=x", "a/b,!!!", "-1"
            })
    void invalid_media_ranges_are_refused(String accept) {
        assertThat(RequestValidationFilter.areMediaRanges(List.of("*/*", accept)))
                .isFalse();
    }
}
