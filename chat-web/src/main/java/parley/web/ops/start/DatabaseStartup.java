package parley.web.ops.start;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Migrates the schema and then creates the operator accounts; repeats each step until it succeeds. */
final class DatabaseStartup {

    private static final System.Logger LOG = System.getLogger(DatabaseStartup.class.getName());
    static final Duration RETRY = Duration.ofSeconds(2);

    private final Executor threads;
    private final Consumer<Runnable> later;
    private final Runnable migration;
    private final Runnable operatorAccounts;
    private volatile boolean stopped;

    /** @param later runs a task after {@link #RETRY} */
    DatabaseStartup(Executor threads, Consumer<Runnable> later, Runnable migration, Runnable operatorAccounts) {
        this.threads = threads;
        this.later = later;
        this.migration = migration;
        this.operatorAccounts = operatorAccounts;
    }

    void start() {
        threads.execute(this::migrate);
    }

    /** From now on no step begins, and failed steps are not repeated. */
    void stop() {
        stopped = true;
    }

    private void migrate() {
        try {
            migration.run();
            if (stopped) return;
            LOG.log(System.Logger.Level.INFO, "The database is reached and its schema is up to date.");
            threads.execute(this::createOperators);
        } catch (RuntimeException failed) {
            retry(this::migrate, "The database is not reached yet: " + failed.getMessage());
        }
    }

    private void createOperators() {
        try {
            operatorAccounts.run();
        } catch (RuntimeException failed) {
            retry(this::createOperators, "Operator accounts cannot be created yet: " + failed.getMessage());
        }
    }

    private void retry(Runnable step, String reason) {
        if (stopped) return;
        LOG.log(
                System.Logger.Level.WARNING,
                "{0}; trying again in {1} s.",
                reason.lines().findFirst().orElse(""),
                RETRY.toSeconds());
        later.accept(() -> threads.execute(step));
    }
}
