package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedExecutorTest {

    private final Steps steps = new Steps();
    private final List<Integer> ran = new ArrayList<>();
    private final BoundedExecutor bounded = new BoundedExecutor(steps, 2);

    @Test
    void no_more_tasks_are_submitted_than_may_run() {
        for (int i = 0; i < 5; i++) bounded.execute(task(i));
        assertThat(steps.ready).hasSize(2);
    }

    @Test
    void all_tasks_run_in_order() {
        for (int i = 0; i < 5; i++) bounded.execute(task(i));
        steps.runReady();
        assertThat(ran).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void later_tasks_run_as_well() {
        for (int i = 0; i < 3; i++) bounded.execute(task(i));
        steps.runReady();
        for (int i = 3; i < 6; i++) bounded.execute(task(i));
        assertThat(steps.ready).hasSize(2);
        steps.runReady();
        assertThat(ran).hasSize(6);
    }

    private Runnable task(int number) {
        return () -> ran.add(number);
    }
}
