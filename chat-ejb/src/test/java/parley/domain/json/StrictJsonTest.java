package parley.domain.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "1",
                "\"a\"",
                "{} x",
                "{}{}",
                "{},",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"x\":[",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":\"\ud800 \"}",
                "{\"a\":tru}",
                "{\"a\":1}]",
                "\ufeff{}"
            })
    void whatIsNotExactlyOneObjectIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.object(text));
    }

    @Test
    void deepNestingAndLongNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.object("{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}"));
        var number = StrictJson.object("{\"a\":" + "9".repeat(1_000) + "}").get("a");
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.integer("a", number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e2", "7e0", "1E400", "\"1\"", "true", "null", "[1]", "9223372036854775808"})
    void onlyPlainIntegersAreIntegers(String value) {
        var field = StrictJson.object("{\"a\":" + value + "}").get("a");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictJson.integer("a", field))
                .withMessageStartingWith("a: ");
    }

    @Test
    void anObjectIsRead() {
        var object = StrictJson.object(" {\"a\": -3, \"b\": \"\\ud83d\\ude00 \ud83d\ude00\"} ");
        assertThat(StrictJson.integer("a", object.get("a"))).isEqualTo(-3);
        assertThat(object.getString("b")).isEqualTo("😀 😀");
    }

    @Test
    void aMissingFieldIsNoInteger() {
        assertThatIllegalArgumentException().isThrownBy(() -> StrictJson.integer("a", null));
    }
}
