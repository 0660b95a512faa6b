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
    void it_runs_after_the_delay_and_not_before() {
        task.within(SOON);
        steps.runReady();
        assertThat(runs).isZero();
        steps.passTime();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void two_requests_are_combined_into_one_run() {
        task.within(SOON);
        task.within(SOON);
        steps.passTime();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void an_immediate_run_replaces_the_scheduled_one() {
        task.within(SOON);
        task.now();
        steps.runReady();
        steps.passTime();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void a_superseded_timer_does_not_trigger_a_later_run() {
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
    void a_request_during_a_run_leads_to_another_run() {
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
    void it_runs_again_after_the_delay_that_the_work_returns() {
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
