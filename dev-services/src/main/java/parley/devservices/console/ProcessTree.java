package parley.devservices.console;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and all that it started, directly or not. A process whose parent has ended is nobody's descendant any more,
 * so descendants are noted while their parents live.
 */
final class ProcessTree {

    /** Leaves time to kill and reap what remains within the 15 seconds that are promised. */
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

    /** Notes descendants until the top ends. */
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

    /** Waits for the end of all, without asking for it, and kills what is left when the grace period is over. */
    void awaitEnd() {
        long end = deadline();
        note();
        awaitEnd(end);
        note();
        processes.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(System.nanoTime() + TO_DIE.toNanos());
    }

    /** Asks the top to end; the rest as {@link #awaitEnd()}. */
    void end() {
        note();
        top.destroy();
        awaitEnd();
    }

    /** Counts from the first request to end, whoever makes it. */
    private synchronized long deadline() {
        if (deadline == 0) deadline = System.nanoTime() + GRACE.toNanos();
        return deadline;
    }

    private void awaitEnd(long until) {
        while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() - until < 0)
            LockSupport.parkNanos(SHORT.toNanos());
    }
}
