package parley.web.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import parley.domain.identity.UserId;

class ReportScheduleTest {

    private static final UserId ADA = new UserId(1);
    private static final UserId KIM = new UserId(2);

    private final ReportSchedule schedule = new ReportSchedule(0);

    private boolean isDue(Set<UserId> users, Set<UserId> idle, long millis) {
        return schedule.isDue(users, idle, Duration.ofMillis(millis).toNanos());
    }

    private void reported(Set<UserId> users, Set<UserId> idle, long millis) {
        schedule.reported(users, idle, Duration.ofMillis(millis).toNanos());
    }

    @Test
    void the_first_report_is_due_at_once() {
        assertThat(isDue(Set.of(), Set.of(), 0)).isTrue();
    }

    @Test
    void who_connects_or_leaves_is_reported_at_once() {
        reported(Set.of(ADA), Set.of(), 0);
        assertThat(isDue(Set.of(ADA), Set.of(), 500)).isFalse();
        assertThat(isDue(Set.of(ADA, KIM), Set.of(), 500)).isTrue();
        assertThat(isDue(Set.of(), Set.of(), 500)).isTrue();
    }

    @Test
    void who_leaves_or_returns_to_a_device_is_reported_after_a_while() {
        reported(Set.of(ADA), Set.of(), 0);
        assertThat(isDue(Set.of(ADA), Set.of(ADA), 1_500)).isFalse();
        assertThat(isDue(Set.of(ADA), Set.of(ADA), 2_000)).isTrue();
        reported(Set.of(ADA), Set.of(ADA), 2_000);
        assertThat(isDue(Set.of(ADA), Set.of(), 3_500)).isFalse();
        assertThat(isDue(Set.of(ADA), Set.of(), 4_000)).isTrue();
    }

    @Test
    void reports_are_repeated() {
        reported(Set.of(ADA), Set.of(), 0);
        assertThat(isDue(Set.of(ADA), Set.of(), 9_999)).isFalse();
        assertThat(isDue(Set.of(ADA), Set.of(), 10_000)).isTrue();
    }
}
