package parley.cluster.server;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waiting for what must come, without ever asserting how soon. */
public final class Eventually {

    private static final long PAUSE_NANOS = 50_000_000;

    private Eventually() {}

    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    /** Repeats the check until it holds; after {@code limit} its last failure is thrown. */
    public static void holds(Duration limit, Assertion assertion) {
        yields(limit, () -> {
            assertion.check();
            return null;
        });
    }

    /** Repeats the call until it throws nothing. */
    public static <T> T yields(Duration limit, Callable<T> call) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return call.call();
            } catch (Exception | AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("not within " + limit.toSeconds() + " s: " + notYet.getMessage(), notYet);
                }
            }
            if (Thread.interrupted()) throw new AssertionError("interrupted while waiting");
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    public static void pause(Duration duration) {
        long deadline = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < deadline) LockSupport.parkNanos(deadline - System.nanoTime());
    }
}
