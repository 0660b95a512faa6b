package parley.web.socket.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.web.account.signin.RevokedSessions;
import parley.web.account.signin.SessionEnded;
import parley.web.platform.clock.LogClock;

class SignInExpiryTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private boolean clockIsSet = true;
    private final Set<String> ended = new HashSet<>();
    private final List<TestSocket> sockets = new ArrayList<>();
    private final SignInExpiry expiry = expiry();

    private SignInExpiry expiry() {
        var made = new SignInExpiry();
        made.sessions = new SessionRegistry() {
            @Override
            public Stream<ClientSession> all() {
                return sockets.stream().map(socket -> socket.session);
            }
        };
        made.ended = new RevokedSessions() {
            @Override
            public boolean has(UserId user, String session, Instant begun) {
                return ended.contains(session);
            }
        };
        made.clock = new LogClock() {
            @Override
            public boolean isSet() {
                return clockIsSet;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return made;
    }

    @Test
    void signing_out_closes_every_socket_of_that_session_and_no_other() {
        var phone = socket("phone", 60);
        var again = socket("phone", 60);
        var tablet = socket("tablet", 60);
        expiry.onSessionEnded(new SessionEnded("phone"));
        assertThat(reasons(phone)).containsExactly("signed out");
        assertThat(reasons(again)).containsExactly("signed out");
        assertThat(reasons(tablet)).isEmpty();
    }

    @Test
    void a_socket_that_opens_after_its_session_ended_is_closed() {
        ended.add("phone");
        var late = socket("phone", 60);
        assertThat(expiry.close(late.session)).isTrue();
        assertThat(reasons(late)).containsExactly("signed out");
        assertThat(expiry.close(socket("tablet", 60).session)).isFalse();
    }

    @Test
    void a_socket_is_closed_when_its_token_expires() {
        var phone = socket("phone", 60);
        expiry.expire();
        assertThat(reasons(phone)).isEmpty();
        now = now.plusSeconds(61);
        expiry.expire();
        assertThat(reasons(phone)).containsExactly("token expired");
        assertThat(expiry.close(socket("phone", -1).session)).isTrue();
    }

    @Test
    void nothing_expires_before_the_log_clock_is_known() {
        var phone = socket("phone", -1);
        clockIsSet = false;
        expiry.expire();
        assertThat(expiry.close(phone.session)).isFalse();
        assertThat(reasons(phone)).isEmpty();
    }

    private TestSocket socket(String signIn, long expiresInSeconds) {
        var socket = new TestSocket(new UserId(1), signIn, now.plus(Duration.ofSeconds(expiresInSeconds)));
        sockets.add(socket);
        return socket;
    }

    private static List<String> reasons(TestSocket socket) {
        socket.flush();
        return socket.closes.stream().map(close -> close.getReasonPhrase()).toList();
    }
}
