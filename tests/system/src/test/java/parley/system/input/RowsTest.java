package parley.system.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every endpoint and every frame type has a row in the authorization tables. */
class RowsTest {

    private static final List<String> CALLERS =
            List.of("nobody", "forged", "expired", "signed out", "stranger", "removed", "member", "owner", "operator");

    @Test
    void every_call_has_a_row() {
        assertThat(AuthorizationIT.CALLS.rows().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Endpoints.all().stream().map(Endpoints.Endpoint::call).toList());
    }

    @Test
    void every_type_of_frame_has_a_row() {
        assertThat(AuthorizationIT.FRAMES.rows().keySet()).containsExactlyInAnyOrderElementsOf(Endpoints.frames());
    }

    @Test
    void every_call_that_takes_a_body_has_a_valid_one() {
        assertThat(ValidBodies.CALLS)
                .containsExactlyInAnyOrderElementsOf(Endpoints.all().stream()
                        .filter(Endpoints.Endpoint::takesBody)
                        .map(Endpoints.Endpoint::call)
                        .toList());
    }

    @Test
    void every_kind_of_caller_has_a_column() {
        assertThat(AuthorizationIT.CALLS.columns()).containsExactlyElementsOf(CALLERS);
        assertThat(AuthorizationIT.FRAMES.columns()).contains("not greeted").containsAll(CALLERS);
    }
}
