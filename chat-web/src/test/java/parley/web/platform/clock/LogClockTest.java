package parley.web.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.domain.refusal.Refused;

class LogClockTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private Duration now = Duration.ofHours(1);
    private final LogClock clock = new LogClock(() -> now.toNanos());

    @Test
    void a_node_that_has_not_reached_the_log_has_no_time() {
        assertThat(clock.isSet()).isFalse();
        assertThatThrownBy(clock::instant).isInstanceOf(Refused.class);
    }

    @Test
    void the_log_s_time_is_that_of_the_middle_of_the_tick_and_goes_on() {
        tick(START, Duration.ofMillis(20));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(10));
        now = now.plusSeconds(5);
        assertThat(clock.instant()).isEqualTo(START.plusMillis(5_010));
    }

    @Test
    void a_quicker_tick_corrects_a_slow_one() {
        tick(START, Duration.ofSeconds(4));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(2));
        tick(START, Duration.ofMillis(2));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(1));
    }

    @Test
    void a_slower_tick_counts_only_when_the_clock_may_have_drifted_further() {
        tick(START, Duration.ofMillis(2));
        now = now.plusSeconds(60);
        tick(START.plusSeconds(70), Duration.ofMillis(30));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(60_031));
        now = now.plusSeconds(120);
        tick(START.plusSeconds(200), Duration.ofMillis(30));
        assertThat(clock.instant()).isEqualTo(START.plusMillis(200_015));
    }

    /** A tick that is acknowledged after a while. */
    private void tick(Instant appended, Duration duration) {
        var sent = now;
        now = now.plus(duration);
        clock.set(appended, sent.toNanos(), now.toNanos());
    }
}
