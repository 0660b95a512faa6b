package parley.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGateTest {

    @ParameterizedTest
    @ValueSource(strings = {"application/json", " application/json ", "application/json;charset=UTF-8", "application/json ; charset=\"utf-8\" ; a=b",
        "application/json;", "text/plain", "*/*"})
    void what_can_be_parsed_goes_on(String type) {
        assertThat(RequestGate.isMediaType(type)).isTrue();
        assertThat(RequestGate.isMediaType(null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "application", "application/", "/json", "a/b/c", "a b/c", "a/b;c", "a/b;c=", "a/b;;", "a/b;c=\"", "a/b c", "a/b\u0000"})
    void what_cannot_does_not(String type) {
        assertThat(RequestGate.isMediaType(type)).isFalse();
    }

    @Test
    void a_long_one_is_refused_before_it_is_parsed() {
        assertThat(RequestGate.isMediaType("a/b" + ";c=d".repeat(8_000))).isFalse();
        assertThat(RequestGate.isMediaType("a/b" + " ".repeat(30_000) + "c")).isFalse();
    }
}
