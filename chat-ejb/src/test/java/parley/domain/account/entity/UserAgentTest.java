package parley.domain.account.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;

class UserAgentTest {

    @Test
    void it_is_what_the_client_says() {
        assertThat(UserAgent.of(" Mozilla/5.0 (X11; Linux x86_64) "))
                .contains(new UserAgent("Mozilla/5.0 (X11; Linux x86_64)"));
    }

    @Test
    void it_is_shortened() {
        assertThat(UserAgent.of("x".repeat(8_000)).orElseThrow().text()).isEqualTo("x".repeat(255));
    }

    @Test
    void characters_that_affect_the_text_around_them_are_replaced() {
        assertThat(UserAgent.of("Fire\tfox\u202e\u00e9").orElseThrow().text()).isEqualTo("Fire?fox??");
        assertThatIllegalArgumentException().isThrownBy(() -> new UserAgent("Fire\tfox"));
    }

    @Test
    void a_client_may_say_nothing() {
        assertThat(UserAgent.of(null)).isEmpty();
        assertThat(UserAgent.of("  ")).isEmpty();
    }

    @Test
    void a_session_lasts_no_longer_than_sessions_last_now() {
        var begun = Instant.parse("2026-03-01T10:15:30.123456Z");
        var session = new BegunSession(
                "id", new UserId(7), begun, begun.plus(Duration.ofHours(12)), "192.0.2.17", Optional.empty());
        assertThat(session.begunAt()).isEqualTo("2026-03-01T10:15:30.123Z");
        assertThat(session.within(Duration.ofHours(13))).isEqualTo(session);
        assertThat(session.within(Duration.ofHours(1)).expiresAt()).isEqualTo("2026-03-01T11:15:30.123Z");
    }
}
