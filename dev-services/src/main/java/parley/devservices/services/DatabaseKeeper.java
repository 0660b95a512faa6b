package parley.devservices.services;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Restarts a crashed database on the same port. */
final class DatabaseKeeper {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** After this uptime, the back-off starts at the beginning. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Database database;
    private final Console console;
    private final BooleanSupplier stopping;
    private Duration pause = FIRST_PAUSE;

    DatabaseKeeper(Database database, Console console, BooleanSupplier stopping) {
        this.database = database;
        this.console = console;
        this.stopping = stopping;
    }

    void keep(ProcessHandle process) {
        long born = System.nanoTime();
        process.onExit().thenRun(() -> died(Duration.ofNanos(System.nanoTime() - born)));
    }

    private void died(Duration life) {
        if (stopping.getAsBoolean()) return;
        if (life.compareTo(STEADY) > 0) pause = FIRST_PAUSE;
        console.progress("the database crashed; restarting it…");
        startAfterPause();
    }

    private void startAfterPause() {
        CompletableFuture.runAsync(
                this::start,
                CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, Background.THREADS));
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    private void start() {
        if (stopping.getAsBoolean()) return;
        try {
            var process = database.start();
            console.progress("the database is running again (process " + process.pid() + ")");
            keep(process);
        } catch (CannotStart e) {
            console.progress(e.getMessage() + " Retrying in " + pause.toSeconds() + " s.");
            startAfterPause();
        }
    }
}
