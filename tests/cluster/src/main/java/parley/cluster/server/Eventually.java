package parley.cluster.server;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Awaitility as these tests need it: it checks at once, and in the calling thread, to which Playwright's objects belong.
 * An exception means "not yet", like an assertion that fails; any other {@link Error} ends the waiting. A check that
 * succeeds after the limit counts, because the machine may have been paused.
 */
public final class Eventually {

    private Eventually() {}

    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    /** Repeats the assertion until it holds; after {@code limit}, which is positive, throws its last failure. */
    public static void holds(Duration limit, Assertion assertion) {
        yields(limit, () -> {
            assertion.check();
            return null;
        });
    }

    /** Repeats the call until it throws nothing, and returns its result. */
    public static <T> T yields(Duration limit, Callable<T> call) {
        var results = new ArrayList<T>(1);
        try {
            await().dontCatchUncaughtExceptions()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(limit)
                    .untilAsserted(() -> results.add(attempt(call)));
        } catch (ConditionTimeoutException late) {
            if (results.isEmpty()) throw new AssertionError(late.getMessage(), late.getCause());
        }
        return results.getFirst();
    }

    private static <T> T attempt(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception notYet) {
            throw new AssertionError(notYet.toString(), notYet);
        }
    }

    public static void pause(Duration duration) {
        long deadline = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < deadline) LockSupport.parkNanos(deadline - System.nanoTime());
    }
}
