package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruncationDetectorTest {

    private final TruncationDetector watch = new TruncationDetector();

    @Test
    void a_truncated_log_is_reported_the_second_time() {
        assertThat(watch.detect(new long[] {5, 7}, new long[] {5, 0})).isEmpty();
        assertThat(watch.detect(new long[] {5, 7}, new long[] {5, 1})).hasValue(1);
    }

    @Test
    void a_single_sighting_or_a_growing_log_is_not_reported() {
        assertThat(watch.detect(new long[] {5}, new long[] {4})).isEmpty();
        assertThat(watch.detect(new long[] {5}, new long[] {5})).isEmpty();
        assertThat(watch.detect(new long[] {5}, new long[] {4})).isEmpty();
        assertThat(watch.detect(new long[] {5}, new long[] {9})).isEmpty();
    }
}
