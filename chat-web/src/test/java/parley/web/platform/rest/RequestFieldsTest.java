package parley.web.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.refusal.Refused;

class RequestFieldsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "+1", "1e9", "1.0", "0x1", "9999999999999999999", "\u0663", "1\u0000", "yesterday"
            })
    void what_is_no_plain_number_is_no_parameter(String given) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> RequestFields.number("after", given))
                .matches(refused -> refused.fields().containsKey("after"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RequestIds.user(given));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RequestIds.conversation(given));
    }

    @Test
    void numbers_and_limits_are_read() {
        assertThat(RequestFields.number("after", "9007199254740991")).isEqualTo(9007199254740991L);
        assertThat(RequestFields.limit(null, 50)).isEqualTo(50);
        assertThat(RequestFields.limit("200", 50)).isEqualTo(200);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RequestFields.limit("0", 50));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RequestFields.limit("201", 50));
    }
}
