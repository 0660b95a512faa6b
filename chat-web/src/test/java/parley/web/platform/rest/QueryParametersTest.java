package parley.web.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.refusal.Refused;

class QueryParametersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "+1", "1e9", "1.0", "0x1", "9999999999999999999", "\u0663", "1\u0000", "yesterday"
            })
    void what_is_no_plain_number_is_no_parameter(String given) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> QueryParameters.number("after", given))
                .matches(refused -> refused.fields().containsKey("after"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RequestIds.user(given));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RequestIds.conversation(given));
    }

    @Test
    void numbers_and_limits_are_read() {
        assertThat(QueryParameters.number("after", "9007199254740991")).isEqualTo(9007199254740991L);
        assertThat(QueryParameters.limit(null)).isEqualTo(50);
        assertThat(QueryParameters.limit("200")).isEqualTo(200);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> QueryParameters.limit("0"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> QueryParameters.limit("201"));
    }
}
