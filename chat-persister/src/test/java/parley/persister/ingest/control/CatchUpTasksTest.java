package parley.persister.ingest.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatchUpTasksTest {

    private final Steps steps = new Steps();
    private final CatchUpTasks catchUps = new CatchUpTasks(steps);
    private final List<String> done = new ArrayList<>();

    @Test
    void the_caller_does_not_wait_for_a_catch_up_and_can_see_it_running() {
        catchUps.start(3, 10, 1_000_000, () -> done.add("three"));
        assertThat(done).isEmpty();
        assertThat(catchUps.running()).isEqualTo(Map.of(3, "from 10 up to 1000000"));
        steps.runReady();
        assertThat(done).containsExactly("three");
        assertThat(catchUps.running()).isEmpty();
    }

    @Test
    void a_partition_has_one_catch_up_at_a_time() {
        catchUps.start(3, 10, 20, () -> done.add("first"));
        catchUps.start(3, 10, 30, () -> done.add("second"));
        catchUps.start(4, 10, 30, () -> done.add("another"));
        steps.runReady();
        assertThat(done).containsExactly("first", "another");
    }

    @Test
    void a_failed_catch_up_can_start_again() {
        catchUps.start(3, 10, 20, () -> {
            throw new StackOverflowError();
        });
        steps.runReady();
        catchUps.start(3, 10, 20, () -> done.add("again"));
        steps.runReady();
        assertThat(done).containsExactly("again");
    }
}
