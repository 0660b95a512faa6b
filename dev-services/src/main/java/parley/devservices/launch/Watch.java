package parley.devservices.launch;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Restarts the child when it ends unexpectedly, until the next class loader takes over. */
final class Watch {

    private static final System.Logger LOG = System.getLogger("parley.embedded");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** After this uptime, the back-off starts at the beginning. */
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Launch again;
    private final JvmState state;
    private Duration pause = FIRST_PAUSE;

    Watch(Launch again, JvmState state) {
        this.again = again;
        this.state = state;
    }

    Thread begin() {
        var thread = Thread.ofPlatform()
                .daemon()
                .inheritInheritableThreadLocals(false)
                .name("parley-embedded-watch")
                .unstarted(this::watch);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        state.watchedBy(thread);
        thread.start();
        return thread;
    }

    private void watch() {
        try {
            while (true) {
                long born = System.nanoTime();
                int status = state.process().orElseThrow().waitFor();
                if (isJvmEnding()) return;
                if (System.nanoTime() - born > STEADY.toNanos()) pause = FIRST_PAUSE;
                LOG.log(
                        WARNING,
                        "The embedded broker and database ended unexpectedly (status " + status + "); restarting them");
                startAgain();
            }
        } catch (InterruptedException takenOver) {
            Thread.currentThread().interrupt();
        }
    }

    private void startAgain() throws InterruptedException {
        do {
            new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        } while (!isJvmEnding() && !state.alone(this::isStarted));
    }

    private boolean isStarted() {
        if (Thread.currentThread().isInterrupted()
                || state.process().filter(Process::isAlive).isPresent()) return true;
        try {
            state.running(Child.started(again));
            LOG.log(INFO, "The embedded broker and database are running again");
            return true;
        } catch (RuntimeException e) {
            LOG.log(ERROR, e.getMessage() + " Retrying in " + pause.toSeconds() + " s.");
            return false;
        }
    }

    /** A JVM that shuts down refuses new hooks. A permanent hook of our own would leak the class loader. */
    private static boolean isJvmEnding() {
        var probe = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            return !Runtime.getRuntime().removeShutdownHook(probe);
        } catch (IllegalStateException ending) {
            return true;
        }
    }
}
