package parley.web.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.web.platform.constraint.ValidUserId;

class InvalidFieldsTest {

    record Inner(@NotNull(message = "is required") String name) {}

    record Outer(
            @NotNull(message = "is required") @Size(min = 2, message = "at least 2")
            String text,

            @Valid Inner inner,
            List<@ValidUserId Long> ids) {}

    @Test
    void every_invalid_field_is_named_once_and_its_message_begins_with_its_name() {
        assertThat(Violations.of(new Outer(null, new Inner(null), List.of(1L, 0L, -1L))))
                .isEqualTo(Map.of(
                        "text", "text: is required",
                        "inner.name", "inner.name: is required",
                        "ids", "ids: user ids are required, integers from 1 to 2^53 - 1"));
    }

    @Test
    void a_valid_record_has_none() {
        assertThat(Violations.of(new Outer("ab", new Inner("i"), List.of(1L)))).isEmpty();
        assertThat(Violations.of(new Outer("ab", null, null))).isEmpty();
    }
}
