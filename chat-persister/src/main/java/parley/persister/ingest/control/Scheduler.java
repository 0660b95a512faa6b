package parley.persister.ingest.control;

import java.time.Duration;

/** Runs a task after a delay, on a thread that may block. */
@FunctionalInterface
public interface Scheduler {

    void after(Duration delay, Runnable task);
}
