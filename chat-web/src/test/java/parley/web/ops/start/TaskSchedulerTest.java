package parley.web.ops.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.log.supervision.Supervisor;
import parley.web.platform.runtime.ScheduledTask;

class TaskSchedulerTest {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final List<String> supervisedNames = new ArrayList<>();
    private final List<Long> periods = new ArrayList<>();
    private final List<Runnable> scheduled = new ArrayList<>();
    private final List<Runnable> submitted = new ArrayList<>();
    private boolean rejecting;
    private int runs;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1) {
        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long initial, long delay, TimeUnit unit) {
            scheduled.add(task);
            periods.add(unit.toMillis(delay));
            return super.scheduleWithFixedDelay(() -> {}, 1, 1, TimeUnit.HOURS);
        }
    };
    private final TaskScheduler scheduler = new TaskScheduler(timer, this::submit, this::supervised);

    @AfterEach
    void close() {
        timer.shutdownNow();
    }

    @Test
    void a_quick_task_runs_on_the_timer_s_thread_at_its_period() {
        scheduler.start(List.of(ScheduledTask.quick("sockets", PERIOD, () -> runs++)));
        assertThat(periods).containsExactly(500L);
        scheduled.getFirst().run();
        assertThat(runs).isEqualTo(1);
        assertThat(submitted).isEmpty();
    }

    @Test
    void a_blocking_task_runs_on_another_thread() {
        scheduler.start(List.of(ScheduledTask.blocking("log clock", PERIOD, () -> runs++)));
        scheduled.getFirst().run();
        assertThat(runs).isZero();
        submitted.getFirst().run();
        assertThat(runs).isEqualTo(1);
    }

    @Test
    void a_task_without_a_free_thread_runs_next_time() {
        scheduler.start(List.of(ScheduledTask.blocking("log clock", PERIOD, () -> runs++)));
        rejecting = true;
        scheduled.getFirst().run();
        rejecting = false;
        scheduled.getFirst().run();
        assertThat(submitted).hasSize(1);
    }

    @Test
    void every_task_is_supervised_under_its_name() {
        scheduler.start(List.of(
                ScheduledTask.quick("sockets", PERIOD, () -> runs++),
                ScheduledTask.blocking("log clock", PERIOD, () -> runs++)));
        assertThat(supervisedNames).containsExactly("sockets", "log clock");
    }

    @Test
    void the_stop_cancels_every_schedule() {
        scheduler.start(List.of(
                ScheduledTask.quick("sockets", PERIOD, () -> runs++),
                ScheduledTask.blocking("log clock", PERIOD, () -> runs++)));
        timer.setRemoveOnCancelPolicy(true);
        assertThat(timer.getQueue()).hasSize(2);
        scheduler.stop();
        assertThat(timer.getQueue()).isEmpty();
    }

    private Runnable supervised(String name, Supervisor.Work work) {
        supervisedNames.add(name);
        return () -> {
            try {
                work.run();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        };
    }

    private void submit(Runnable task) {
        if (rejecting) throw new RejectedExecutionException();
        submitted.add(task);
    }
}
