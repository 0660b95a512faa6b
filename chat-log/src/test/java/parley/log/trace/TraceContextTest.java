package parley.log.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_valid_header_is_parsed_and_formatted_unchanged() {
        assertThat(TraceContext.parse(VALID))
                .hasValueSatisfying(context -> assertThat(context).hasToString(VALID));
        for (int i = 0; i < 1_000; i++) {
            var random = TraceContext.random();
            assertThat(TraceContext.parse(random.toString())).contains(random);
        }
    }

    @Test
    void a_later_version_may_be_longer() {
        assertThat(TraceContext.parse("cc" + VALID.substring(2) + "-what-is-more"))
                .isPresent();
        assertThat(TraceContext.parse("cc" + VALID.substring(2) + ".what-is-more"))
                .isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "00",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "0x-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
                "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473é-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0"
            })
    void an_invalid_header_is_ignored(String header) {
        assertThat(TraceContext.parse(header)).isEmpty();
    }

    @Test
    void a_child_keeps_the_trace_and_has_its_own_span_id() {
        var parent = TraceContext.parse(VALID).orElseThrow();
        var child = parent.child();
        assertThat(child.toString()).startsWith(VALID.substring(0, 36)).endsWith("-01");
        assertThat(child.parent()).isNotEqualTo(parent.parent());
    }

    @Test
    void a_context_is_active_only_within_its_scope() {
        var outer = TraceContext.random();
        var inner = TraceContext.random();
        try (var first = outer.open()) {
            try (var second = inner.open()) {
                assertThat(TraceContext.currentOrNew()).isEqualTo(inner);
            }
            assertThat(TraceContext.currentOrNew()).isEqualTo(outer);
        }
        assertThat(TraceContext.currentOrNew()).isNotEqualTo(outer).isNotEqualTo(TraceContext.currentOrNew());
    }
}
