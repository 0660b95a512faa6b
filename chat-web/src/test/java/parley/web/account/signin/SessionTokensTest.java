package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;
import parley.log.codec.UserSessionsRevocation;
import parley.web.platform.clock.LogClock;

class SessionTokensTest {

    private static final UserProfile ADA = new UserProfile(new UserId(7), "ada", "Ada");

    @TempDir
    static Path folder;

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final LogClock clock = new LogClock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public boolean isSet() {
            return true;
        }
    };
    private final EndedUserTable ends = new EndedUserTable(clock, end -> {}, new RevocationCleanup(() -> 0));
    private final SessionTokens tokens = new SessionTokens();

    @BeforeEach
    void a_node() {
        tokens.clock = clock;
        tokens.settings = new TokenSettings();
        tokens.settings.keyFiles = folder.resolve("key.pem").toString();
        tokens.settings.mayMakeKey = true;
        tokens.settings.audience = "parley";
        tokens.settings.lifetimeHours = 12;
        tokens.ended = new RevokedSessions() {
            @Override
            public boolean has(UserId user, String session, Instant begun) {
                return ends.has(user, session, begun);
            }
        };
        tokens.accounts = new AccountExistenceCheck() {
            @Override
            boolean isMissing(UserId id) {
                return false;
            }
        };
        tokens.load();
    }

    @Test
    void a_sign_in_that_was_being_checked_when_all_sessions_ended_has_ended_too() {
        var begun = now;
        now = now.plusSeconds(1);
        endAll();
        now = now.plusSeconds(1);
        assertThat(tokens.verify(tokens.issue(ADA, begun).text())).isEmpty();
        assertThat(tokens.verify(tokens.issue(ADA, now).text())).isPresent();
    }

    @Test
    void a_token_is_valid_no_longer_than_the_present_lifetime() {
        var token = tokens.issue(ADA, now);
        tokens.settings.lifetimeHours = 1;
        now = now.plusSeconds(3_599);
        assertThat(tokens.verify(token.text()))
                .hasValueSatisfying(session -> assertThat(session.expiresAt()).isEqualTo(now.plusSeconds(1)));
        now = now.plusSeconds(1);
        assertThat(tokens.verify(token.text())).isEmpty();
    }

    private void endAll() {
        ends.take(new UserSessionsRevocation(ADA.id(), now, "", now.plus(tokens.settings.lifetime())));
    }
}
