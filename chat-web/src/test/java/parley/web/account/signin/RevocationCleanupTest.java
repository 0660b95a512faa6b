package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RevocationCleanupTest {

    private static final Instant EXPIRY = Instant.parse("2026-03-01T10:00:00Z");

    private final RevocationCleanup tombstones = new RevocationCleanup(new SplittableRandom(1));

    @Test
    void the_node_that_ended_a_session_removes_it_once_within_a_minute_of_expiry() {
        tombstones.ended("a", EXPIRY, true);
        tombstones.ended("a", EXPIRY, false);
        assertThat(tombstones.take(EXPIRY)).isEmpty();
        assertThat(tombstones.take(EXPIRY.plusSeconds(61))).containsExactly("a");
        assertThat(tombstones.take(EXPIRY.plusSeconds(10_000))).isEmpty();
    }

    @Test
    void other_nodes_wait_an_hour_and_skip_sessions_that_were_removed() {
        tombstones.ended("a", EXPIRY, false);
        tombstones.ended("b", EXPIRY, false);
        assertThat(tombstones.take(EXPIRY.plusSeconds(3_600))).isEmpty();
        tombstones.written("a");
        assertThat(tombstones.take(EXPIRY.plusSeconds(7_201))).containsExactly("b");
    }

    @Test
    void two_nodes_rarely_remove_a_session_at_the_same_time() {
        var other = new RevocationCleanup(new SplittableRandom(2));
        int both = 0;
        for (int i = 0; i < 200; i++) {
            tombstones.ended("s" + i, EXPIRY, false);
            other.ended("s" + i, EXPIRY, false);
        }
        for (int second = 3_600; second <= 7_201; second++) {
            var ours = tombstones.take(EXPIRY.plusSeconds(second));
            ours.forEach(other::written);
            both += (int) other.take(EXPIRY.plusSeconds(second)).stream()
                    .peek(tombstones::written)
                    .filter(ours::contains)
                    .count();
        }
        assertThat(both).isZero();
    }
}
