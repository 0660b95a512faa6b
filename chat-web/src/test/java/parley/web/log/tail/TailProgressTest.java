package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TailProgressTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final TailProgress progress = new TailProgress(new long[] {5, 0});

    @Test
    void a_partition_is_at_its_end_once_it_was_read_that_far() {
        progress.recordEnd(0, 8, System.nanoTime());
        assertThat(progress.wasAtEndWithin(0, LONG)).isFalse();
        progress.moveTo(0, 7);
        assertThat(progress.wasAtEndWithin(0, LONG)).isFalse();
        progress.moveTo(0, 8);
        assertThat(progress.wasAtEndWithin(0, LONG)).isTrue();
    }

    @Test
    void a_moving_end_does_not_postpone_it_indefinitely() {
        progress.recordEnd(0, 8, System.nanoTime());
        progress.recordEnd(0, 100, System.nanoTime());
        progress.moveTo(0, 8);
        assertThat(progress.wasAtEndWithin(0, LONG)).isTrue();
    }

    @Test
    void the_index_is_complete_when_every_partition_was_at_its_end() {
        progress.recordEnd(0, 5, System.nanoTime());
        assertThat(progress.everAtEnd()).isFalse();
        progress.recordEnd(1, 0, System.nanoTime());
        assertThat(progress.everAtEnd()).isTrue();
    }
}
