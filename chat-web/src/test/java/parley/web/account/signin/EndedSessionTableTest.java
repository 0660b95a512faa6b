package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.web.node.LogClock;
import parley.web.socket.session.TestSocket;

class EndedSessionTableTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private boolean clockIsSet = true;
    private final List<TestSocket> sockets = new ArrayList<>();
    private final EndedSessionTable table = new EndedSessionTable(
            new LogClock() {
                @Override
                public boolean isSet() {
                    return clockIsSet;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            () -> sockets.stream().map(socket -> socket.session),
            new Tombstones(() -> 0));

    @Test
    void signing_out_closes_every_socket_of_that_sign_in_and_no_other() {
        var phone = socket("phone");
        var again = socket("phone");
        var tablet = socket("tablet");
        read("phone", in(60));
        assertThat(reasons(phone)).containsExactly("signed out");
        assertThat(reasons(again)).containsExactly("signed out");
        assertThat(reasons(tablet)).isEmpty();
        assertThat(table.has("phone")).isTrue();
    }

    @Test
    void an_end_that_this_node_wrote_holds_before_it_is_read_back() {
        table.ended("phone", in(60));
        assertThat(table.has("phone")).isTrue();
    }

    @Test
    void a_socket_that_opens_after_its_sign_in_ended_is_closed() {
        read("phone", in(60));
        var late = socket("phone");
        assertThat(table.close(late.session)).isTrue();
        assertThat(reasons(late)).containsExactly("signed out");
        assertThat(table.close(socket("tablet").session)).isFalse();
    }

    @Test
    void a_socket_is_closed_when_its_token_expires() {
        var phone = socket("phone");
        table.expire();
        assertThat(reasons(phone)).isEmpty();
        now = in(61 * 60);
        table.expire();
        assertThat(reasons(phone)).containsExactly("token expired");
        assertThat(table.close(socket("phone", in(-1)).session)).isTrue();
    }

    @Test
    void an_end_is_forgotten_when_its_token_has_expired_and_removed_from_the_topic_once() {
        table.ended("phone", in(60));
        now = in(300);
        assertThat(table.expire()).containsExactly("phone");
        assertThat(table.has("phone")).isFalse();
        assertThat(table.expire()).isEmpty();
    }

    @Test
    void an_end_that_another_node_removed_is_not_removed_again() {
        table.ended("phone", in(60));
        read("phone", null);
        now = in(300);
        assertThat(table.expire()).isEmpty();
    }

    @Test
    void nothing_expires_before_the_log_s_clock_is_known() {
        var phone = socket("phone", in(-1));
        clockIsSet = false;
        assertThat(table.expire()).isEmpty();
        assertThat(table.close(phone.session)).isFalse();
        assertThat(reasons(phone)).isEmpty();
    }

    private Instant in(long seconds) {
        return now.plus(Duration.ofSeconds(seconds));
    }

    private TestSocket socket(String signIn) {
        return socket(signIn, in(60 * 60));
    }

    private TestSocket socket(String signIn, Instant expiresAt) {
        var socket = new TestSocket(new UserId(1), signIn, expiresAt);
        sockets.add(socket);
        return socket;
    }

    private void read(String session, Instant expiresAt) {
        var value = expiresAt == null ? null : expiresAt.toString();
        table.take(new ConsumerRecord<>("chat_sessions", 0, 0, session, value));
    }

    /** Why it was closed. */
    private static List<String> reasons(TestSocket socket) {
        socket.work();
        return socket.closes.stream().map(close -> close.getReasonPhrase()).toList();
    }
}
