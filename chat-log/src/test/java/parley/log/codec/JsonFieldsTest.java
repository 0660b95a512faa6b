package parley.log.codec;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.log.record.UnreadableRecord;

class JsonFieldsTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "7", "[]", "null", "{", "{}x", "{\"a\":1,\"a\":2}", "{\"a\":\"\\ud800\"}"})
    void anything_but_one_object_is_unreadable(String value) {
        assertThatExceptionOfType(UnreadableRecord.class).isThrownBy(() -> JsonFields.of(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "\"1\"", "null", "[]", "99999999999999999999", "0", "-1", "9007199254740992"})
    void an_id_is_a_plain_integer(String id) {
        var json = JsonFields.of("{\"conv\":" + id + ",\"user\":" + id + "}");
        assertThatIllegalArgumentException().isThrownBy(json::conversation);
        assertThatIllegalArgumentException().isThrownBy(json::user);
    }
}
