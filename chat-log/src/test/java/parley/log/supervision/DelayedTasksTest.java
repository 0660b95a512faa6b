package parley.log.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DelayedTasksTest {

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final DelayedTasks tasks = new DelayedTasks(scheduler);

    {
        scheduler.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void shutDown() {
        scheduler.shutdownNow();
    }

    @Test
    void a_task_runs_after_its_delay() throws Exception {
        var ran = new CompletableFuture<Boolean>();
        tasks.after(Duration.ofMillis(1), () -> ran.complete(true));
        assertTrue(ran.get(1, TimeUnit.MINUTES));
    }

    @Test
    void a_stop_cancels_the_tasks_that_have_not_begun() {
        tasks.after(Duration.ofDays(1), () -> {});
        tasks.after(Duration.ofDays(2), () -> {});
        assertEquals(2, scheduler.getQueue().size());

        tasks.stop();

        assertTrue(scheduler.getQueue().isEmpty());
    }

    @Test
    void a_task_that_has_begun_is_not_interrupted_by_a_stop() throws Exception {
        var begun = new CompletableFuture<Void>();
        var release = new CompletableFuture<Void>();
        var interrupted = new CompletableFuture<Boolean>();
        tasks.after(Duration.ZERO, () -> {
            begun.complete(null);
            release.join();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        begun.get(1, TimeUnit.MINUTES);

        tasks.stop();
        release.complete(null);

        assertFalse(interrupted.get(1, TimeUnit.MINUTES));
    }

    @Test
    void nothing_is_scheduled_after_a_stop() {
        tasks.stop();
        tasks.after(Duration.ofDays(1), () -> {});
        assertTrue(scheduler.getQueue().isEmpty());
    }
}
