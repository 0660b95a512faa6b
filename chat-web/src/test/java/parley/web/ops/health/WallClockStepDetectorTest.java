package parley.web.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockStepDetectorTest {

    private long wallSeconds = 1_000_000;
    private long monotonicSeconds = 50;
    private final WallClockStepDetector clock =
            new WallClockStepDetector(() -> Instant.ofEpochSecond(wallSeconds), () -> monotonicSeconds * 1_000_000_000);

    private void advance(long seconds) {
        wallSeconds += seconds;
        monotonicSeconds += seconds;
    }

    @Test
    void an_unreachable_log_is_not_blocked_while_the_clock_runs_normally() {
        assertThat(clock.blocksLog(true)).isFalse();
        advance(3_600);
        assertThat(clock.blocksLog(false)).isFalse();
    }

    @Test
    void a_clock_that_was_set_back_blocks_a_node_that_does_not_reach_the_log() {
        clock.blocksLog(true);
        wallSeconds -= 600;
        assertThat(clock.blocksLog(true)).as("it may still seem reached").isFalse();
        advance(31);
        assertThat(clock.blocksLog(false)).isTrue();
        advance(31);
        assertThat(clock.blocksLog(false)).isTrue();
    }

    @Test
    void a_node_that_reached_the_log_after_the_step_is_not_blocked_in_a_later_outage() {
        clock.blocksLog(true);
        wallSeconds -= 600;
        clock.blocksLog(true);
        advance(31);
        assertThat(clock.blocksLog(true)).isFalse();
        advance(60);
        assertThat(clock.blocksLog(false)).isFalse();
    }

    @Test
    void a_clock_that_was_set_ahead_or_drifts_blocks_nothing() {
        clock.blocksLog(true);
        wallSeconds += 600;
        advance(31);
        assertThat(clock.blocksLog(false)).isFalse();
        wallSeconds -= 1;
        advance(31);
        assertThat(clock.blocksLog(false)).isFalse();
    }
}
