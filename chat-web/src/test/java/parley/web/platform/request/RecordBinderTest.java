package parley.web.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.domain.json.StrictJson;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

class RecordBinderTest {

    record Inner(String name, long count) {}

    record All(
            String text, Long number, Integer small, Boolean flag, List<Long> ids, Inner inner, List<Inner> inners) {}

    record Free(JsonObject page) {}

    record Bare(long number, boolean flag) {}

    record Odd(Object anything) {}

    record Even(Integer number) {
        Even {
            if (number != null && number % 2 != 0) throw new IllegalArgumentException("number: an even one");
        }
    }

    @Test
    void every_type_is_bound_and_unknown_keys_are_ignored() {
        var all = bind(All.class, """
                {"text": "a", "number": 9007199254740991, "small": -2, "flag": false, "ids": [1, 2], "x": {"y": [null, {}]},
                 "inner": {"name": "i", "count": 3}, "inners": [{"name": null, "count": 4}]}""");
        assertThat(all)
                .isEqualTo(new All(
                        "a",
                        9007199254740991L,
                        -2,
                        false,
                        List.of(1L, 2L),
                        new Inner("i", 3),
                        List.of(new Inner(null, 4))));
    }

    @Test
    void a_json_object_is_bound_as_it_is() {
        assertThat(bind(Free.class, "{\"page\":{\"a\":[1]}}").page()).hasToString("{\"a\":[1]}");
        assertThat(bind(Free.class, "{}").page()).isNull();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bind(Free.class, "{\"page\":[1]}"))
                .matches(refused -> refused.fields().containsKey("page"));
    }

    @Test
    void a_missing_or_null_key_is_null() {
        var none = new All(null, null, null, null, null, null, null);
        assertThat(bind(All.class, "{}")).isEqualTo(none);
        assertThat(bind(All.class, """
                {"text": null, "number": null, "small": null, "flag": null, "ids": null, "inner": null, "inners": null}""")).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text|1",
                "text|true",
                "text|['a']",
                "text|{}",
                "number|1.5",
                "number|1.0",
                "number|1e3",
                "number|'1'",
                "number|true",
                "number|9223372036854775808",
                "number|[1]",
                "small|2147483648",
                "small|-2147483649",
                "small|1.0",
                "flag|1",
                "flag|'true'",
                "flag|{}",
                "ids|1",
                "ids|'1'",
                "ids|{}",
                "ids|[1,null]",
                "ids|[1.5]",
                "ids|['1']",
                "ids|[[1]]",
                "ids|[{}]",
                "inner|[]",
                "inner|'a'",
                "inners|{}",
                "inners|[1]",
                "inners|[null]"
            })
    void a_different_type_is_refused_with_the_name_of_the_field(String field, String value) {
        var refused = refused(All.class, "{\"" + field + "\":" + value.replace('\'', '"') + "}");
        assertThat(refused.why()).isEqualTo(Refusal.BAD_REQUEST);
        assertThat(refused.fields()).containsOnlyKeys(field);
        assertThat(refused.fields().get(field)).startsWith(field + ": ");
    }

    @Test
    void all_invalid_fields_are_reported_at_once_with_their_paths() {
        assertThat(refused(All.class, "{\"text\":1,\"flag\":2,\"inner\":{\"name\":[]}}")
                        .fields())
                .containsOnlyKeys("text", "flag", "inner.name", "inner.count");
        assertThat(refused(Bare.class, "{}").fields()).containsOnlyKeys("number", "flag");
    }

    @Test
    void a_record_may_refuse_its_values() {
        assertThat(bind(Even.class, "{\"number\":2}")).isEqualTo(new Even(2));
        assertThat(refused(Even.class, "{\"number\":1}").getMessage()).isEqualTo("number: an even one");
    }

    @Test
    void a_record_that_cannot_be_bound_is_a_bug() {
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> bind(Odd.class, "{\"anything\":1}"));
    }

    private static <T extends Record> T bind(Class<T> type, String json) {
        return RecordBinder.bind(type, StrictJson.object(json));
    }

    private static Refused refused(Class<? extends Record> type, String json) {
        var refused = new Refused[1];
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> bind(type, json))
                .satisfies(why -> refused[0] = why);
        return refused[0];
    }
}
