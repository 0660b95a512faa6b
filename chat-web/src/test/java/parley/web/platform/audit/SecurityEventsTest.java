package parley.web.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.domain.json.StrictJson;

class SecurityEventsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void an_event_is_one_line_of_json_with_its_fields_in_order() {
        var event = SecurityEvent.of("sign_in")
                .outcome("succeeded")
                .from("203.0.113.7")
                .by(new UserProfile(new UserId(7), "ada", "Ada"));
        assertThat(SecurityEvents.line(event, NOW))
                .isEqualTo(
                        "{\"time\":\"2026-03-01T10:00:00Z\",\"event\":\"sign_in\",\"outcome\":\"succeeded\",\"address\":\"203.0.113.7\",\"actor\":\"7\",\"username\":\"ada\"}");
    }

    @Test
    void user_input_cannot_leave_its_line_or_field() {
        var event = SecurityEvent.of("sign_in").at("/api\r\n{\"event\":\"forged\"}\u001b[31m\u2028\u0085\u202e\"é😀");
        var line = SecurityEvents.line(event, NOW);
        assertThat(line.chars()).allMatch(c -> c >= 0x20 && c < 0x7f);
        assertThat(StrictJson.object(line).getString("path"))
                .isEqualTo("/api\r\n{\"event\":\"forged\"}\u001b[31m\u2028\u0085\u202e\"é😀");
        assertThat(StrictJson.object(line).getString("event")).isEqualTo("sign_in");
    }

    @Test
    void a_typed_username_is_recorded_only_if_it_can_be_one() {
        assertThat(SecurityEvents.line(SecurityEvent.of("sign_in").triedBy("Ada"), null))
                .contains("\"username\":\"ada\"");
        assertThat(SecurityEvents.line(SecurityEvent.of("sign_in").triedBy("my secret password!"), null))
                .doesNotContain("secret");
        assertThat(SecurityEvents.line(SecurityEvent.of("sign_in").triedBy(null), null))
                .doesNotContain("username");
    }

    @Test
    void long_values_are_truncated() {
        assertThat(SecurityEvents.line(SecurityEvent.of("x").at("/".repeat(10_000)), NOW)
                        .length())
                .isLessThan(400);
    }
}
