package parley.persister.ingest.control;

import java.time.Duration;

/** Runs something after a while, on a thread that may block. */
@FunctionalInterface
public interface Scheduler {

    void after(Duration delay, Runnable task);
}
