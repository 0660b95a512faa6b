package parley.web.account.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;

@Timeout(30)
class BoundedWorkerPoolTest {

    @Test
    void tasks_run_on_at_most_the_configured_threads() {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        try (var bulkhead = new BoundedWorkerPool(2, 100, Duration.ofSeconds(20), Executors.defaultThreadFactory());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new CompletableFuture<?>[50];
            for (int i = 0; i < all.length; i++) {
                all[i] = CompletableFuture.runAsync(
                        () -> bulkhead.run(() -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            Thread.yield();
                            return running.decrementAndGet();
                        }),
                        callers);
            }
            CompletableFuture.allOf(all).join();
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void a_caller_that_finds_the_queue_full_is_told_to_retry() throws Exception {
        var hold = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        try (var bulkhead = new BoundedWorkerPool(1, 1, Duration.ofSeconds(20), Executors.defaultThreadFactory());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> bulkhead.run(() -> {
                begun.countDown();
                hold.await();
                return 1;
            }));
            begun.await();
            var second = callers.submit(() -> bulkhead.run(() -> 2));
            while (!bulkhead.isFull()) Thread.onSpinWait();
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> bulkhead.run(() -> 3))
                    .matches(refused -> refused.why() == Refusal.UNAVAILABLE
                            && refused.retryAfter().isPositive());
            hold.countDown();
            assertThat(first.get()).isEqualTo(1);
            assertThat(second.get()).isEqualTo(2);
        }
    }

    @Test
    void a_caller_that_gets_no_thread_in_time_is_told_to_retry() throws Exception {
        var hold = new CountDownLatch(1);
        try (var bulkhead = new BoundedWorkerPool(1, 1, Duration.ofMillis(50), Executors.defaultThreadFactory())) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> bulkhead.run(() -> {
                        hold.await();
                        return 1;
                    }))
                    .matches(refused -> refused.why() == Refusal.UNAVAILABLE);
        }
    }

    @Test
    void a_refusal_of_the_task_reaches_the_caller() {
        try (var bulkhead = new BoundedWorkerPool(1, 1, Duration.ofSeconds(20), Executors.defaultThreadFactory())) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> bulkhead.run(() -> {
                        throw Refused.notFound("nothing");
                    }))
                    .matches(refused -> refused.why() == Refusal.NOT_FOUND);
        }
    }
}
