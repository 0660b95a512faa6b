package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bucket4j.TimeMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parley.domain.account.entity.Username;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.platform.limits.LimitKind;
import parley.web.platform.limits.TokenBuckets;
import parley.web.platform.limits.TokenRate;

class SignInLimitsTest {

    private static final Optional<Username> ADA = Optional.of(new Username("ada"));
    private static final Optional<String> NEW_DEVICE = Optional.empty();
    private static final String HERE = "203.0.113.7";

    private final List<LimitKind> exceeded = new ArrayList<>();
    private final TokenBuckets limits = new TokenBuckets(
            limit -> limit == LimitKind.SIGN_IN
                    ? TokenRate.parse("100:1/1h")
                    : TokenRate.parse(limit == LimitKind.SIGN_IN_NAME ? "10:1/1h" : "30:1/1h"),
            1_000,
            TimeMeter.SYSTEM_NANOTIME,
            Runnable::run);
    private final SignInLimits attempts = new SignInLimits(limits, (limit, key) -> {
        synchronized (exceeded) {
            exceeded.add(limit);
        }
    });

    @Test
    void of_forty_concurrent_guesses_only_as_many_as_may_fail_are_checked() throws InterruptedException {
        var hashed = new AtomicInteger();
        var refused = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                threads.submit(() -> {
                    start.await();
                    try {
                        attempts.reserve(ADA, NEW_DEVICE, HERE);
                        hashed.incrementAndGet();
                    } catch (Refused why) {
                        refused.incrementAndGet();
                    }
                    return null;
                });
            }
            start.countDown();
        }
        assertThat(hashed).hasValue(10);
        assertThat(refused).hasValue(30);
        assertThat(exceeded).hasSize(30).containsOnly(LimitKind.SIGN_IN_NAME);
    }

    @Test
    void a_refusal_by_name_does_not_count_against_the_address() {
        for (int i = 0; i < 60; i++) attempt(ADA, NEW_DEVICE, HERE);
        assertThat(attempt(Optional.of(new Username("kim")), NEW_DEVICE, HERE)).isTrue();
    }

    @Test
    void many_names_from_one_address_are_refused() {
        int looked = 0;
        for (int i = 0; i < 40; i++) {
            if (attempt(Optional.of(new Username("name" + i)), NEW_DEVICE, HERE)) looked++;
        }
        assertThat(looked).isEqualTo(30);
        assertThat(attempt(ADA, NEW_DEVICE, "203.0.113.8")).isTrue();
    }

    @Test
    void right_passwords_count_only_as_attempts() {
        for (int i = 0; i < 100; i++) attempts.reserve(ADA, NEW_DEVICE, HERE).refund();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> attempts.reserve(ADA, NEW_DEVICE, HERE))
                .matches(refused -> refused.why() == Refusal.RATE_LIMITED
                        && refused.retryAfter().isPositive());
    }

    @Test
    void guessing_strangers_do_not_lock_out_a_known_device() {
        for (int i = 0; i < 200; i++) attempt(ADA, NEW_DEVICE, HERE);
        assertThat(attempt(ADA, NEW_DEVICE, "203.0.113.8")).isFalse();
        assertThat(attempt(ADA, Optional.of("a device of hers"), HERE)).isTrue();
        for (int i = 0; i < 40; i++) attempt(ADA, Optional.of("a device of hers"), HERE);
        assertThat(attempt(ADA, Optional.of("a device of hers"), HERE)).isFalse();
        assertThat(attempt(ADA, Optional.of("another device of hers"), HERE)).isTrue();
    }

    @Test
    void input_that_cannot_be_a_username_is_not_counted_by_name() {
        for (int i = 0; i < 20; i++) attempt(Optional.empty(), NEW_DEVICE, HERE);
        assertThat(limits.size(LimitKind.SIGN_IN_NAME)).isZero();
        assertThat(limits.size(LimitKind.SIGN_IN_FAILURE)).isEqualTo(1);
    }

    private boolean attempt(Optional<Username> name, Optional<String> device, String address) {
        try {
            attempts.reserve(name, device, address);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
