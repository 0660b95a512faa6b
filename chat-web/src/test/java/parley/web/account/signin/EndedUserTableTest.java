package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;
import parley.log.codec.UserSessionsRevocation;
import parley.web.platform.clock.LogClock;

class EndedUserTableTest {

    private static final UserId ADA = new UserId(1);

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final Instant start = now;
    private final List<UserId> ends = new ArrayList<>();
    private final RevocationCleanup tombstones = new RevocationCleanup(() -> 0);
    private final EndedUserTable table = new EndedUserTable(
            new LogClock() {
                @Override
                public boolean isSet() {
                    return true;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            },
            end -> ends.add(end.user()),
            tombstones);

    @Test
    void every_session_that_began_before_has_ended_except_one() {
        table.take(end(0, "laptop"));
        assertThat(ends).containsExactly(ADA);
        assertThat(table.has(ADA, "phone", start.minusSeconds(1))).isTrue();
        assertThat(table.has(ADA, "phone", start)).isTrue();
        assertThat(table.has(ADA, "laptop", start.minusSeconds(1))).isFalse();
        assertThat(table.has(ADA, "tablet", start.plusMillis(1))).isFalse();
        assertThat(table.has(new UserId(2), "phone", start.minusSeconds(1))).isFalse();
    }

    @Test
    void the_last_time_counts_in_whichever_order_it_is_read() {
        table.take(end(60, "tablet"));
        table.take(end(0, "laptop"));
        assertThat(table.has(ADA, "laptop", start.minusSeconds(1))).isTrue();
        assertThat(table.has(ADA, "tablet", start.plusSeconds(1))).isFalse();
    }

    @Test
    void two_sessions_that_end_each_other_at_the_same_time_have_both_ended() {
        table.take(end(0, "laptop"));
        table.take(end(2, "phone"));
        assertThat(table.has(ADA, "laptop", start.minusSeconds(1))).isTrue();
        assertThat(table.has(ADA, "phone", start.minusSeconds(1))).isTrue();
        assertThat(table.has(ADA, "tablet", start.plusSeconds(1))).isTrue();
        assertThat(table.has(ADA, "tablet", start.plusSeconds(3))).isFalse();
    }

    @Test
    void it_is_forgotten_when_the_ended_tokens_have_expired_and_removed_from_the_topic() {
        var end = end(0, "laptop");
        table.ended(end);
        now = end.expiresAt().plusSeconds(1);
        table.expire();
        assertThat(table.has(ADA, "phone", start.minusSeconds(1))).isFalse();
        now = now.plusSeconds(60);
        assertThat(tombstones.take(now)).containsExactly(end.key());
    }

    @Test
    void an_end_whose_tokens_have_expired_is_not_announced() {
        now = now.plusSeconds(100_000);
        table.take(end(0, "laptop"));
        assertThat(ends).isEmpty();
    }

    private UserSessionsRevocation end(long seconds, String except) {
        var before = start.plusSeconds(seconds);
        return new UserSessionsRevocation(ADA, before, except, before.plusSeconds(3_600));
    }
}
