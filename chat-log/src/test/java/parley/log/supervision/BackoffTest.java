package parley.log.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new SplittableRandom(1));

    @Test
    void the_first_delay_is_short() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void the_delays_double() {
        assertThat(backoff.after(3)).isBetween(Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void no_delay_exceeds_ten_seconds() {
        for (int failures : new int[] {7, 8, 64, 65, Integer.MAX_VALUE}) {
            assertThat(backoff.after(failures)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        }
    }

    @Test
    void the_delays_have_jitter() {
        assertThat(IntStream.range(0, 20)
                        .mapToObj(i -> backoff.after(7))
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }
}
