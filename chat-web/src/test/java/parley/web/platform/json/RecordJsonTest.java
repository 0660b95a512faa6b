package parley.web.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordJsonTest {

    record Inner(String name) {}

    record All(
            String text,
            long number,
            Long boxed,
            int small,
            Integer boxedSmall,
            boolean flag,
            Boolean boxedFlag,
            Instant time,
            Inner inner,
            List<Long> numbers,
            List<Inner> inners,
            Object any,

            @JsonName("void") long voids) {}

    record Unsupported(Object value) {}

    @Test
    void every_type_is_written_in_the_order_of_the_components() {
        var all = new All(
                "a \"quoted\" ü\u0001",
                9007199254740991L,
                -1L,
                2,
                -2,
                true,
                false,
                Instant.parse("2026-03-01T10:15:30.120Z"),
                new Inner("i"),
                List.of(1L, 2L),
                List.of(new Inner("a"), new Inner("b")),
                "2-19",
                7);
        assertThat(RecordJson.text(all)).isEqualTo("""
                {"text":"a \\"quoted\\" ü\\u0001","number":9007199254740991,"boxed":-1,"small":2,"boxedSmall":-2,\
                "flag":true,"boxedFlag":false,"time":"2026-03-01T10:15:30.120Z","inner":{"name":"i"},"numbers":[1,2],\
                "inners":[{"name":"a"},{"name":"b"}],"any":"2-19","void":7}""");
    }

    @Test
    void null_is_left_out_and_an_empty_list_is_not() {
        var none = new All(null, 0, null, 0, null, false, null, null, new Inner(null), List.of(), null, null, 0);
        assertThat(RecordJson.text(none)).isEqualTo("""
                {"number":0,"small":0,"flag":false,"inner":{},"numbers":[],"void":0}""");
    }

    @Test
    void a_frame_can_extend_the_object() {
        assertThat(RecordJson.object(new Inner("i")).add("t", "msg").build())
                .hasToString("{\"name\":\"i\",\"t\":\"msg\"}");
    }

    @Test
    void another_type_is_a_programming_error() {
        assertThatIllegalStateException().isThrownBy(() -> RecordJson.text(new Unsupported(1.5)));
    }
}
