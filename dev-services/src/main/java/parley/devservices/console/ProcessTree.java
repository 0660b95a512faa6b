package parley.devservices.console;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and its descendants. A process whose parent has ended is no longer a descendant, so descendants are
 * recorded while their parents are running.
 */
final class ProcessTree {

    /** Leaves time to kill and reap the rest within the guaranteed 15 seconds. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private static final Duration TO_DIE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration SHORT = Duration.ofMillis(100);

    private final ProcessHandle top;
    private final Set<ProcessHandle> processes = ConcurrentHashMap.newKeySet();
    private long deadline;

    ProcessTree(ProcessHandle top) {
        this.top = top;
    }

    /** Records descendants until the root process ends. */
    void watch() {
        while (top.isAlive()) {
            note();
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void note() {
        processes.removeIf(process -> !process.isAlive());
        processes.add(top);
        processes.addAll(processes.stream().flatMap(ProcessHandle::descendants).toList());
    }

    /** Waits for all processes to end, without terminating them, and kills the rest after the grace period. */
    void awaitEnd() {
        long end = deadline();
        note();
        awaitEnd(end);
        note();
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(System.nanoTime() + TO_DIE.toNanos());
    }

    /** Terminates the root process; for the others as {@link #awaitEnd()}. */
    void end() {
        note();
        top.destroy();
        awaitEnd();
    }

    /** The grace period starts at the first call. */
    private synchronized long deadline() {
        if (deadline == 0) deadline = System.nanoTime() + GRACE.toNanos();
        return deadline;
    }

    private void awaitEnd(long until) {
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() - until < 0)
            LockSupport.parkNanos(SHORT.toNanos());
    }
}
