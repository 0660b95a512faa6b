package parley.web.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

class TokenBucketsTest {

    private static final int MAX = 1_000;

    private final AtomicLong nanos = new AtomicLong();
    private final TokenBuckets limits = new TokenBuckets(
            limit -> limit == LimitKind.WATCH ? TokenRate.parse("100:10/1s") : TokenRate.parse("5:2/1s,50:50/1h"),
            MAX,
            new ManualTime(),
            Runnable::run);

    private final class ManualTime implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    @Test
    void a_burst_is_allowed_and_then_as_many_as_are_refilled() {
        assertThat(taken("ada", 10)).isEqualTo(5);
        after(Duration.ofMillis(1_500));
        assertThat(taken("ada", 10)).isEqualTo(3);
    }

    @Test
    void a_refusal_tells_when_the_next_one_is_allowed() {
        taken("ada", 5);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> limits.take(LimitKind.SEND, "ada", 1))
                .satisfies(refused -> {
                    assertThat(refused.why()).isEqualTo(Refusal.RATE_LIMITED);
                    after(refused.retryAfter());
                });
        assertThat(taken("ada", 1)).isEqualTo(1);
    }

    @Test
    void each_key_has_its_own_bucket_in_each_kind() {
        assertThat(taken("ada", 10)).isEqualTo(5);
        assertThat(taken("kim", 10)).isEqualTo(5);
        assertThat(limits.tryTake(LimitKind.READ, "ada", 1)).isNull();
    }

    @Test
    void all_parts_of_a_rate_apply() {
        int sum = 0;
        for (int second = 0; second < 60; second++) {
            sum += taken("ada", 10);
            after(Duration.ofSeconds(1));
        }
        assertThat(sum).isEqualTo(50);
    }

    @Test
    void a_cost_above_the_burst_takes_the_whole_burst() {
        assertThat(limits.tryTake(LimitKind.WATCH, "ada", 1_000)).isNull();
        assertThat(limits.tryTake(LimitKind.WATCH, "ada", 1)).isPositive();
    }

    @Test
    void refunded_tokens_can_be_taken_again_and_never_exceed_the_burst() {
        taken("ada", 5);
        limits.refund(LimitKind.SEND, "ada");
        assertThat(taken("ada", 10)).isEqualTo(1);
        for (int i = 0; i < 20; i++) limits.refund(LimitKind.SEND, "ada");
        assertThat(taken("ada", 30)).isEqualTo(5);
    }

    @Test
    void concurrent_callers_get_no_more_than_the_burst() {
        var letIn = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.submit(() -> {
                    if (limits.tryTake(LimitKind.SEND, "ada", 1) == null) letIn.incrementAndGet();
                });
            }
        }
        assertThat(letIn).hasValue(5);
    }

    @Test
    void memory_is_bounded_and_a_frequently_used_key_keeps_its_bucket() {
        for (int i = 0; i < 20 * MAX; i++) {
            limits.tryTake(LimitKind.SEND, "name " + i, 1);
            if (i % 10 == 0) limits.tryTake(LimitKind.SEND, "ada", 1);
        }
        assertThat(limits.size(LimitKind.SEND)).isLessThanOrEqualTo(MAX);
        assertThat(taken("ada", 10)).isZero();
    }

    @Test
    void a_bucket_that_is_full_again_is_evicted() {
        taken("ada", 5);
        after(Duration.ofHours(2));
        assertThat(limits.size(LimitKind.SEND)).isZero();
    }

    private int taken(String who, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (limits.tryTake(LimitKind.SEND, who, 1) == null) taken++;
        }
        return taken;
    }

    private void after(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
