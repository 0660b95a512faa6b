package parley.log.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Deque<Runnable> timers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private boolean refusing;
    private long nanos;
    private int runs;
    private final Supervisor supervisor =
            new Supervisor(this::execute, this::after, () -> nanos, new SplittableRandom(1));

    @Test
    void a_task_that_fails_is_restarted() {
        supervisor.keepRunning("reader", () -> {
            if (++runs <= 2) throw new IllegalStateException("the broker is down");
            assertThat(supervisor.isUp("reader")).isTrue();
            supervisor.stop();
        });
        assertThat(supervisor.isUp("reader")).as("before it has begun").isFalse();
        assertThat(supervisor.state("reader").words()).isEqualTo("starting");
        step();
        assertThat(supervisor.state("reader"))
                .isEqualTo(new TaskState("reader", false, 1, "IllegalStateException: the broker is down", 0));
        nanos += Duration.ofSeconds(7).toNanos();
        assertThat(supervisor.state("reader").words())
                .isEqualTo("restarting for 7 s after: IllegalStateException: the broker is down");
        timer();
        step();
        timer();
        step();
        assertThat(runs).isEqualTo(3);
        assertThat(supervisor.state("reader"))
                .isEqualTo(new TaskState("reader", true, 2, "IllegalStateException: the broker is down", 0));
    }

    @Test
    void errors_and_early_returns_are_failures() {
        supervisor.keepRunning("publisher", () -> {
            if (++runs == 1) throw new StackOverflowError();
        });
        step();
        timer();
        step();
        assertThat(timers).hasSize(1);
        assertThat(supervisor.state("publisher").restarts()).isEqualTo(2);
        assertThat(supervisor.state("publisher").error()).isEqualTo("IllegalStateException: it returned");
    }

    @Test
    void a_task_that_completes_is_not_restarted() {
        supervisor.untilDone("connect", () -> {
            if (++runs == 1) throw new Exception("not yet");
        });
        step();
        timer();
        step();
        assertThat(timers).isEmpty();
        assertThat(threads).isEmpty();
        assertThat(supervisor.isUp("connect")).isTrue();
    }

    @Test
    void delays_increase_up_to_a_limit_and_reset_after_a_minute_without_failure() {
        supervisor.keepRunning("reader", () -> {
            if (++runs == 10) nanos += Duration.ofSeconds(61).toNanos();
            throw new IllegalStateException();
        });
        for (int i = 0; i < 10; i++) {
            step();
            timer();
        }
        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(pauses.get(8)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
        assertThat(pauses.get(9)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void a_rejected_thread_is_requested_again() {
        refusing = true;
        supervisor.keepRunning("reader", () -> runs++);
        refusing = false;
        timer();
        step();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void nothing_is_restarted_after_the_stop() {
        supervisor.keepRunning("reader", () -> {
            supervisor.stop();
            throw new IllegalStateException("closed");
        });
        step();
        assertThat(timers).isEmpty();
    }

    @Test
    void a_failing_timer_task_is_reported_until_it_succeeds_and_throws_nothing() {
        var tick = supervisor.watched("tick", () -> {
            if (++runs == 2) throw new NoClassDefFoundError("x");
        });
        tick.run();
        assertThat(supervisor.isUp("tick")).isTrue();
        tick.run();
        assertThat(supervisor.isUp("tick")).isFalse();
        tick.run();
        assertThat(supervisor.state("tick").up()).isTrue();
        assertThat(supervisor.state("tick").restarts()).isEqualTo(1);
    }

    @Test
    void a_frequent_event_is_logged_at_once_and_then_once_a_minute_with_its_count() {
        var throttle = new LogThrottle(Duration.ofMinutes(1), () -> nanos);
        assertThat(throttle.count()).hasValue(1);
        for (int i = 0; i < 500; i++) assertThat(throttle.count()).isEmpty();
        nanos += Duration.ofMinutes(1).toNanos();
        assertThat(throttle.count()).hasValue(501);
        assertThat(throttle.count()).isEmpty();
    }

    @Test
    void a_task_that_returns_because_of_the_stop_has_not_failed() {
        try (var log = new LogCapture(Supervisor.class)) {
            supervisor.keepRunning("publisher", supervisor::stop);
            step();
            assertThat(timers).isEmpty();
            assertThat(supervisor.state("publisher")).isEqualTo(new TaskState("publisher", true, 0, null, 0));
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void a_tick_that_fails_after_the_stop_has_not_failed() {
        try (var log = new LogCapture(Supervisor.class)) {
            var tick = supervisor.watched("tick", () -> {
                throw new IllegalStateException("the bean is destroyed");
            });
            supervisor.stop();
            tick.run();
            assertThat(supervisor.state("tick").restarts()).isZero();
            assertThat(log.messages()).isEmpty();
        }
    }

    @Test
    void a_failure_before_the_stop_is_logged() {
        try (var log = new LogCapture(Supervisor.class)) {
            supervisor.keepRunning("publisher", () -> {});
            step();
            assertThat(log.messages()).singleElement().asString().startsWith("publisher failed");
        }
    }

    private void execute(Runnable task) {
        if (refusing) throw new RejectedExecutionException();
        threads.add(task);
    }

    private void after(Duration pause, Runnable task) {
        pauses.add(pause);
        timers.add(task);
    }

    private void step() {
        threads.remove().run();
    }

    private void timer() {
        timers.remove().run();
    }
}
