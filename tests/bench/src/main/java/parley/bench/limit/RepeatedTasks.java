package parley.bench.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Platform threads that repeat a task until they are closed. */
final class RepeatedTasks implements AutoCloseable {

    @FunctionalInterface
    interface Task {
        /** @param iteration from 0 */
        void run(long iteration) throws Exception;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private volatile boolean closed;

    void repeat(Task task) {
        running.add(threads.submit(() -> {
            for (long i = 0; !closed; i++) task.run(i);
            return null;
        }));
    }

    /** Waits for the threads, and throws the failure of a task. */
    @Override
    public void close() throws Exception {
        closed = true;
        threads.close();
        for (var each : running) each.get();
    }
}
