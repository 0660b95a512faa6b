package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoalescingTaskTest {

    private static final Duration SOON = Duration.ofMillis(20);

    private final Steps steps = new Steps();
    private int runs;
    private Duration again;
    private Runnable within = () -> {};
    private final CoalescingTask task = new CoalescingTask(steps, steps, () -> {
        runs++;
        within.run();
        return again;
    });

    @Test
    void it_runs_when_the_time_has_come_and_not_before() {
        task.within(SOON);
        steps.runReady();
        assertThat(runs).isZero();
        steps.passTime();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void asking_twice_runs_once() {
        task.within(SOON);
        task.within(SOON);
        steps.passTime();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void now_overtakes_the_timer_which_then_does_nothing() {
        task.within(SOON);
        task.now();
        steps.runReady();
        steps.passTime();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void a_timer_that_was_overtaken_does_not_end_a_later_wait() {
        task.within(SOON);
        var old = steps.timers.removeFirst();
        task.now();
        steps.runReady();
        task.within(Duration.ofSeconds(10));
        old.task().run();
        steps.runReady();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void what_is_asked_while_it_runs_is_not_forgotten() {
        within = () -> {
            if (runs == 1) task.within(SOON);
        };
        task.now();
        steps.runReady();
        assertThat(runs).isEqualTo(1);
        steps.passTime();
        assertThat(runs).isEqualTo(2);
    }

    @Test
    void it_runs_again_when_the_work_says_so() {
        again = Duration.ofSeconds(5);
        task.now();
        steps.runReady();
        assertThat(steps.timers)
                .singleElement()
                .satisfies(timer -> assertThat(timer.delay()).hasSeconds(5));
    }

    @Test
    void an_exception_does_not_end_it() {
        within = () -> {
            if (runs == 1) throw new IllegalStateException("a bug");
        };
        task.now();
        steps.runReady();
        steps.passTime();
        assertThat(runs).isEqualTo(2);
    }
}
