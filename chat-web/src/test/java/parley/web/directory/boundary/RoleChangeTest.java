package parley.web.directory.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.domain.identity.Role;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

class RoleChangeTest {

    @Test
    void a_role_may_be_given_or_left_out() throws IOException {
        assertThat(role("")).isNull();
        assertThat(role("{}")).isNull();
        assertThat(role("{\"role\":\"owner\",\"more\":[1]}")).isEqualTo(Role.OWNER);
        assertThat(role("{\"role\":\"member\"}")).isEqualTo(Role.MEMBER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        " ", "{", "{\"role\":", "{\"role\":null}", "{\"role\":\"king\"}", "{\"role\":\"OWNER\"}", "{\"role\":1}", "{\"role\":[\"owner\"]}", "[]", "\"owner\"",
        "{\"role\":\"owner\",\"role\":\"member\"}", "{\"role\":\"owner\"} x", "{\"x\":[[[", "\u0000"
    })
    void anything_else_is_refused(String body) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> role(body)).matches(refused -> refused.why() == Refusal.BAD_REQUEST);
    }

    @Test
    void a_long_body_is_not_read_to_its_end() throws IOException {
        var body = new ByteArrayInputStream(("{\"x\":\"" + "x".repeat(100_000) + "\"}").getBytes(UTF_8));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> RoleChange.read(body));
        assertThat(body.available()).isGreaterThan(90_000);
    }

    private static Role role(String body) throws IOException {
        return RoleChange.read(new ByteArrayInputStream(body.getBytes(UTF_8)));
    }
}
