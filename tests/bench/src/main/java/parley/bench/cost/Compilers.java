package parley.bench.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import parley.cluster.server.Eventually;
import parley.cluster.server.Jvm;

/**
 * The JIT compilers of the servers. Under a load that takes every processor their queues get long; they would take part of
 * the processors during the next measurement, and what they have not compiled yet runs slowly in it.
 */
public final class Compilers {

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int MAX_POLLS = 30;
    /** A background of rare compilations never ends. */
    private static final long QUIET_MILLIS_PER_POLL = 50;

    private Compilers() {}

    /**
     * Returns when the compilers had little to do for a second, or after 30 seconds.
     *
     * @param pids of JVMs
     */
    public static void awaitIdle(Collection<Long> pids) {
        long previous = compilationMillis(pids);
        for (int poll = 0; poll < MAX_POLLS; poll++) {
            Eventually.pause(POLL);
            long now = compilationMillis(pids);
            if (now - previous < QUIET_MILLIS_PER_POLL * pids.size()) return;
            previous = now;
        }
    }

    public static long compilationMillis(Collection<Long> pids) {
        return pids.stream().mapToLong(Compilers::compilationMillis).sum();
    }

    private static long compilationMillis(long pid) {
        try (var jvm = Jvm.at(pid)) {
            return jvm.compilationMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
