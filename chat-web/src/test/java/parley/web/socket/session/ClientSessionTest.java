package parley.web.socket.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.domain.account.entity.UserProfile;
import parley.domain.identity.UserId;

class ClientSessionTest {

    private final List<CloseReason> closes = new CopyOnWriteArrayList<>();
    private final List<SessionState> ended = new CopyOnWriteArrayList<>();
    private final SessionSettings settings = new SessionSettings();
    private ClientSession session;

    @BeforeEach
    void open() {
        settings.queuedFrames = 10;
        settings.queuedChars = 1_000;
        session = new ClientSession(
                socket(),
                new UserProfile(new UserId(1), "ada", "Ada"),
                "sign-in",
                Instant.EPOCH,
                Instant.MAX,
                settings,
                listener(),
                Runnable::run);
    }

    private ClientSession.Listener listener() {
        return new ClientSession.Listener() {
            @Override
            public void onEnded(ClientSession session, SessionState before) {
                ended.add(before);
            }

            @Override
            public void onTooSlow() {}
        };
    }

    /** Open until it is closed. */
    private Session socket() {
        var remote = Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RemoteEndpoint.Basic.class},
                (proxy, method, args) -> null);
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "isOpen" -> closes.isEmpty();
                    case "getId" -> "1";
                    case "getBasicRemote" -> remote;
                    case "close" -> closes.add((CloseReason) args[0]) ? null : null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void it_is_greeted_once() {
        assertThat(session.isGreeted()).isFalse();
        assertThat(session.greet(null)).isTrue();
        assertThat(session.isGreeted()).isTrue();
        assertThat(session.greet(null)).isFalse();
    }

    @Test
    void a_closed_session_is_not_greeted() {
        session.close(CloseReason.CloseCodes.VIOLATED_POLICY, "signed out");
        assertThat(session.greet(null)).isFalse();
        assertThat(session.isClosed()).isTrue();
        session.close(CloseReason.CloseCodes.NORMAL_CLOSURE, "");
        assertThat(ended).as("once").containsExactly(SessionState.CONNECTED);
        assertThat(closes).hasSize(1);
    }

    @Test
    void a_session_without_hello_is_closed_after_the_timeout() {
        session.checkTimeouts(Long.MAX_VALUE);
        assertThat(closes).isEmpty();
        session.checkTimeouts(-1);
        assertThat(closes)
                .singleElement()
                .matches(close -> close.getCloseCode() == CloseReason.CloseCodes.VIOLATED_POLICY);
    }

    @Test
    void a_greeted_session_stays_open() {
        session.greet(null);
        session.checkTimeouts(-1);
        assertThat(closes).isEmpty();
    }
}
