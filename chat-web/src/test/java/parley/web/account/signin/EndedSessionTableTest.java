package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.log.codec.SessionRevocation;
import parley.web.platform.clock.LogClock;

class EndedSessionTableTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private boolean clockIsSet = true;
    private final List<String> ends = new ArrayList<>();
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
            end -> ends.add(end.session()),
            new RevocationCleanup(() -> 0));

    @Test
    void a_sign_out_on_any_node_is_announced() {
        read("phone", in(60));
        table.ended("tablet", in(60));
        assertThat(ends).containsExactly("phone", "tablet");
        assertThat(table.has("phone")).isTrue();
        assertThat(table.has("laptop")).isFalse();
    }

    @Test
    void the_end_of_a_session_whose_token_has_expired_is_not_announced() {
        read("phone", in(-1));
        assertThat(ends).isEmpty();
        assertThat(table.has("phone")).isFalse();
    }

    @Test
    void an_end_written_by_this_node_applies_before_it_is_read_back() {
        table.ended("phone", in(60));
        assertThat(table.has("phone")).isTrue();
    }

    @Test
    void an_end_is_dropped_when_its_token_has_expired_and_removed_from_the_topic_once() {
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
    void nothing_expires_before_the_log_clock_is_known() {
        table.ended("phone", in(60));
        now = in(300);
        clockIsSet = false;
        assertThat(table.expire()).isEmpty();
        assertThat(table.has("phone")).isTrue();
    }

    private Instant in(long seconds) {
        return now.plus(Duration.ofSeconds(seconds));
    }

    private void read(String session, Instant expiresAt) {
        table.take(new SessionRevocation(session, expiresAt));
    }
}
