package parley.web.search.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import parley.web.log.tail.EndOffsets;

class FeedStatusTest {

    private static final Instant BUILT = Instant.parse("2026-03-01T10:00:00Z");

    private long nanos;
    private final FeedStatus status = new FeedStatus(() -> nanos);

    @Test
    void an_index_is_searched_once_it_has_reached_the_end_of_the_log() {
        status.follow(BUILT, new long[] {0, 0});
        assertThat(status.fault()).isNotNull();
        endIs(5, 3);
        assertThat(status.fault()).contains("8 records are left");
        status.moveTo(new long[] {5, 2});
        assertThat(status.fault()).contains("1 records are left");
        status.moveTo(new long[] {5, 3});
        assertThat(status.fault()).isNull();
    }

    @Test
    void an_index_that_is_seconds_behind_a_log_that_grows_all_the_time_is_searched() {
        status.follow(BUILT, new long[] {0});
        for (int second = 1; second <= 10; second++) {
            pass(Duration.ofSeconds(1));
            endIs(100 * second);
            status.moveTo(new long[] {Math.max(0, 100 * (second - 4))});
        }
        assertThat(status.missing()).isEqualTo(400);
        assertThat(status.fault()).isNull();
        assertThat(status.lag()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    @Test
    void an_index_that_reads_a_long_log_is_not_searched_before_it_is_close_to_the_end() {
        status.follow(BUILT, new long[] {0});
        endIs(1_000);
        pass(Duration.ofSeconds(40));
        endIs(1_400);
        status.moveTo(new long[] {1_000});
        assertThat(status.fault()).contains("400 records are left");
        pass(Duration.ofSeconds(10));
        endIs(1_500);
        status.moveTo(new long[] {1_400});
        assertThat(status.fault()).isNull();
    }

    @Test
    void an_index_that_falls_behind_is_not_searched_until_it_is_close_again() {
        status.follow(BUILT, new long[] {0});
        endIs(0);
        assertThat(status.fault()).isNull();
        endIs(10);
        pass(Duration.ofSeconds(31));
        assertThat(status.fault()).contains("31 seconds behind");
        status.moveTo(new long[] {10});
        assertThat(status.fault()).isNull();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private void endIs(long... ends) {
        status.recordEnds(new EndOffsets.Ends(ends, nanos));
    }
}
