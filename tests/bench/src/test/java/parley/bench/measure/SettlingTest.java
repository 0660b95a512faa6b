package parley.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private final Settling settling = new Settling(4, Duration.ofSeconds(10));

    @Test
    void one_round_is_never_enough() {
        settling.round(1, Duration.ZERO);
        assertThat(settling.needsAnotherRound()).isTrue();
    }

    @Test
    void two_rounds_that_differ_by_less_than_a_tenth_are_enough() {
        settling.round(20, Duration.ZERO);
        settling.round(10, Duration.ZERO);
        assertThat(settling.needsAnotherRound()).isTrue();
        settling.round(9.5, Duration.ZERO);
        assertThat(settling.needsAnotherRound()).isFalse();
        assertThat(settling.isSettled()).isTrue();
    }

    @Test
    void servers_that_still_compile_are_not_warm() {
        settling.round(10, Duration.ZERO);
        settling.round(10, Duration.ofSeconds(3));
        assertThat(settling.needsAnotherRound()).isTrue();
        settling.round(10, Duration.ofSeconds(2));
        assertThat(settling.needsAnotherRound()).isFalse();
    }

    @Test
    void rounds_that_never_agree_end_at_the_bound() {
        for (double p50 : new double[] {16, 8, 4, 2}) settling.round(p50, Duration.ZERO);
        assertThat(settling.needsAnotherRound()).isFalse();
        assertThat(settling.isSettled()).isFalse();
    }
}
