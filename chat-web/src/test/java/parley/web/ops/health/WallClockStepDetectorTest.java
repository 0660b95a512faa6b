package parley.web.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockStepDetectorTest {

    private long wallSeconds = 1_000_000;
    private long monotonicSeconds = 50;
    private final WallClockStepDetector clock =
            new WallClockStepDetector(() -> Instant.ofEpochSecond(wallSeconds), () -> monotonicSeconds * 1_000_000_000);

    private void pass(long seconds) {
        wallSeconds += seconds;
        monotonicSeconds += seconds;
    }

    @Test
    void a_log_that_is_away_holds_up_nobody_while_the_clock_goes_on() {
        assertThat(clock.blocksLog(true)).isFalse();
        pass(3_600);
        assertThat(clock.blocksLog(false)).isFalse();
    }

    @Test
    void a_clock_that_was_set_back_holds_up_who_does_not_reach_the_log_then() {
        clock.blocksLog(true);
        wallSeconds -= 600;
        assertThat(clock.blocksLog(true)).as("it may still seem reached").isFalse();
        pass(31);
        assertThat(clock.blocksLog(false)).isTrue();
        pass(31);
        assertThat(clock.blocksLog(false)).isTrue();
    }

    @Test
    void who_reaches_the_log_all_the_same_is_not_held_up_by_a_later_outage() {
        clock.blocksLog(true);
        wallSeconds -= 600;
        clock.blocksLog(true);
        pass(31);
        assertThat(clock.blocksLog(true)).isFalse();
        pass(60);
        assertThat(clock.blocksLog(false)).isFalse();
    }

    @Test
    void a_clock_that_was_set_ahead_or_drifts_holds_up_nobody() {
        clock.blocksLog(true);
        wallSeconds += 600;
        pass(31);
        assertThat(clock.blocksLog(false)).isFalse();
        wallSeconds -= 1;
        pass(31);
        assertThat(clock.blocksLog(false)).isFalse();
    }
}
