package parley.web.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseCircuitBreakerTest {

    private long now;
    private final DatabaseCircuitBreaker breaker = new DatabaseCircuitBreaker(() -> now);

    @Test
    void nothing_is_known_before_the_first_call() {
        assertThat(breaker.state()).isEqualTo(new DatabaseState.Unknown());
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void an_outage_counts_from_the_start_of_the_first_failed_call() {
        setSecond(10);
        breaker.recordFailure(now - TimeUnit.SECONDS.toNanos(1), null);
        setSecond(12);
        breaker.recordFailure(now, null);
        setSecond(17);
        assertThat(breaker.state()).isEqualTo(new DatabaseState.Failing(Duration.ofSeconds(8)));
    }

    @Test
    void only_a_successful_probe_closes_it() {
        for (int i = 0; i < 3; i++) breaker.recordFailure(now, null);
        breaker.recordSuccess();
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.state()).isInstanceOf(DatabaseState.Failing.class);
        breaker.recordProbeSuccess();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.state()).isEqualTo(new DatabaseState.Answering());
    }

    @Test
    void one_slow_call_does_not_open_it() {
        breaker.recordFailure(now, null);
        assertThat(breaker.isOpen()).isFalse();
        breaker.recordSuccess();
        assertThat(breaker.state()).isEqualTo(new DatabaseState.Answering());
    }

    private void setSecond(int at) {
        now = TimeUnit.SECONDS.toNanos(at);
    }
}
