package parley.web.ops.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseStartupTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Deque<Runnable> timers = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private int migrationFailures;
    private int operatorFailures;
    private final DatabaseStartup startup =
            new DatabaseStartup(threads::add, timers::add, this::migrate, this::createOperators);

    @Test
    void operators_are_created_after_the_migration() {
        startup.start();
        assertThat(done).as("nothing runs on the caller's thread").isEmpty();
        run();
        assertThat(done).containsExactly("migrated", "operators created");
        assertThat(timers).isEmpty();
    }

    @Test
    void a_failed_migration_is_repeated_before_operators_are_created() {
        migrationFailures = 2;
        startup.start();
        run();
        assertThat(done).isEmpty();
        assertThat(timers).hasSize(1);
        expire();
        expire();
        assertThat(done).containsExactly("migrated", "operators created");
    }

    @Test
    void operators_are_retried_without_another_migration() {
        operatorFailures = 1;
        startup.start();
        run();
        assertThat(done).containsExactly("migrated");
        expire();
        assertThat(done).containsExactly("migrated", "operators created");
    }

    @Test
    void nothing_is_repeated_after_the_stop() {
        migrationFailures = 1;
        startup.start();
        startup.stop();
        run();
        assertThat(timers).isEmpty();
    }

    private void migrate() {
        if (migrationFailures-- > 0) throw new IllegalStateException("connection refused\nand a stack of causes");
        done.add("migrated");
    }

    private void createOperators() {
        if (operatorFailures-- > 0) throw new IllegalStateException();
        done.add("operators created");
    }

    private void run() {
        while (!threads.isEmpty()) threads.remove().run();
    }

    private void expire() {
        timers.remove().run();
        run();
    }
}
