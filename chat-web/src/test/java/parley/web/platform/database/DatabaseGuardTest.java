package parley.web.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.domain.refusal.Refused;

@Timeout(30)
class DatabaseGuardTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final DatabaseGuard guard = new DatabaseGuard(threads, 4, System::nanoTime, () -> true);

    @AfterEach
    void end() {
        hanging.countDown();
        threads.shutdownNow();
    }

    @Test
    void an_answer_is_returned() {
        assertThat(guard.call(LONG, () -> "answer")).isEqualTo("answer");
        assertThat(guard.state()).isEqualTo(new DatabaseState.Answering());
    }

    @Test
    void no_call_is_made_before_there_are_tables() {
        var created = new AtomicBoolean();
        var starting = new DatabaseGuard(threads, 4, System::nanoTime, created::get);
        var calls = new AtomicInteger();
        assertThatThrownBy(() -> starting.call(LONG, calls::incrementAndGet)).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> starting.callInBackground(calls::incrementAndGet))
                .isInstanceOf(DatabaseUnavailable.class);
        starting.probe(LONG, () -> "connected");
        await(() -> assertThat(starting.state()).isEqualTo(new DatabaseState.Answering()));
        assertThat(calls).hasValue(0);

        created.set(true);
        assertThat(starting.call(LONG, calls::incrementAndGet)).isEqualTo(1);
        assertThat(starting.callInBackground(calls::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void a_refusal_of_the_domain_is_thrown_and_counts_as_an_answer() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> guard.call(LONG, () -> {
                        throw Refused.notFound("nothing here");
                    }))
                    .isInstanceOf(Refused.class)
                    .hasMessage("nothing here");
        }
        assertThat(guard.call(LONG, () -> "answer")).isEqualTo("answer");
    }

    @Test
    void a_bug_is_not_an_outage() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> guard.call(LONG, () -> {
                        throw new EJBException(new IllegalStateException("a bug"));
                    }))
                    .isInstanceOf(EJBException.class);
        }
        assertThat(guard.state()).isEqualTo(new DatabaseState.Answering());
    }

    @Test
    void no_caller_waits_longer_than_the_limit_for_a_hanging_database() {
        assertThatThrownBy(() -> guard.call(SHORT, this::hang)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(guard.state()).isInstanceOf(DatabaseState.Failing.class);
    }

    @Test
    void after_several_consecutive_failures_calls_are_refused_at_once() {
        for (int i = 0; i < 3; i++) fail();
        var made = new AtomicInteger();
        assertThatThrownBy(() -> guard.call(LONG, made::incrementAndGet)).isInstanceOf(DatabaseUnavailable.class);
        assertThatThrownBy(() -> guard.callInBackground(made::incrementAndGet)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(made).hasValue(0);
    }

    @Test
    void an_answer_between_failures_keeps_the_breaker_closed() {
        for (int i = 0; i < 10; i++) {
            fail();
            fail();
            guard.call(LONG, () -> "answer");
        }
        assertThat(guard.state()).isEqualTo(new DatabaseState.Answering());
    }

    @Test
    void a_successful_probe_closes_the_breaker() throws Exception {
        for (int i = 0; i < 3; i++) fail();
        probe(() -> "answer");
        assertThat(guard.call(LONG, () -> "answer")).isEqualTo("answer");
        assertThat(guard.state()).isEqualTo(new DatabaseState.Answering());
    }

    @Test
    void hanging_probes_open_the_breaker_without_any_call() {
        // The fourth to sixth probe find the others hanging, and fail at once.
        for (int i = 0; i < 6; i++) guard.probe(SHORT, this::hang);
        assertThatThrownBy(() -> guard.call(LONG, () -> "answer")).isInstanceOf(DatabaseUnavailable.class);
        assertThat(guard.state()).isInstanceOf(DatabaseState.Failing.class);
    }

    @Test
    void hanging_probes_do_not_pile_up() {
        var begun = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            guard.probe(SHORT, () -> {
                begun.incrementAndGet();
                return hang();
            });
        }
        await(() -> assertThat(guard.state()).isInstanceOf(DatabaseState.Failing.class));
        assertThat(begun).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void a_hanging_database_holds_at_most_as_many_threads_as_places() {
        var begun = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            threads.execute(() -> guard.call(LONG, () -> {
                begun.incrementAndGet();
                return hang();
            }));
        }
        await(() -> assertThat(begun).hasValue(3));
        assertThat(guard.call(LONG, () -> "answer")).isEqualTo("answer");
        threads.execute(() -> guard.call(LONG, () -> {
            begun.incrementAndGet();
            return hang();
        }));
        await(() -> assertThat(begun).hasValue(4));
        assertThatThrownBy(() -> guard.call(SHORT, begun::incrementAndGet)).isInstanceOf(DatabaseUnavailable.class);
        assertThat(begun).hasValue(4);
    }

    @Test
    void a_place_is_free_again_when_the_hanging_call_has_ended() {
        var one = new DatabaseGuard(threads, 1, System::nanoTime, () -> true);
        assertThatThrownBy(() -> one.call(SHORT, this::hang)).isInstanceOf(DatabaseUnavailable.class);
        hanging.countDown();
        assertThat(one.call(LONG, () -> "answer")).isEqualTo("answer");
    }

    private void fail() {
        assertThatThrownBy(() -> guard.call(LONG, () -> {
                    throw new EJBException(
                            new RuntimeException(new SQLException("Communications link failure", "08S01")));
                }))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    private void probe(java.util.function.Supplier<?> call) {
        guard.probe(LONG, call);
        await(() -> assertThat(guard.state()).isEqualTo(new DatabaseState.Answering()));
    }

    private String hang() {
        try {
            hanging.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    private static void await(Runnable assertion) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) throw notYet;
                Thread.onSpinWait();
            }
        }
    }
}
