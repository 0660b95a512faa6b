package parley.web.log.tail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruncationDetectorTest {

    private final TruncationDetector watch = new TruncationDetector();

    @Test
    void a_log_that_ends_before_what_was_read_is_named_at_the_second_look() {
        assertThat(watch.detect(new long[] {5, 7}, new long[] {5, 0})).isEmpty();
        assertThat(watch.detect(new long[] {5, 7}, new long[] {5, 1})).hasValue(1);
    }

    @Test
    void a_single_answer_like_that_and_a_log_that_grows_are_nothing() {
        assertThat(watch.detect(new long[] {5}, new long[] {4})).isEmpty();
        assertThat(watch.detect(new long[] {5}, new long[] {5})).isEmpty();
        assertThat(watch.detect(new long[] {5}, new long[] {4})).isEmpty();
        assertThat(watch.detect(new long[] {5}, new long[] {9})).isEmpty();
    }
}
