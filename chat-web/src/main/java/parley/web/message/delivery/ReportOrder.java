package parley.web.message.delivery;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what each socket reports in its order, also if a report first waits for something. A report of a socket that
 * waits for nothing is made at once, on the caller's thread.
 */
final class ReportOrder {

    /** The last report of each socket that has to wait; completes when the report is made. */
    private final Map<String, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

    /**
     * Makes a report when those before it are made and {@code needed} is complete. Not called concurrently for one
     * socket.
     *
     * @param report not made if {@code needed} fails, and then the result fails too
     * @return completes with the report
     */
    <N, T> CompletionStage<T> add(String socket, CompletionStage<N> needed, Function<N, CompletionStage<T>> report) {
        var before = last.getOrDefault(socket, CompletableFuture.completedFuture(null));
        var made = before.thenCompose(none -> needed).thenApply(report);
        var done = made.<Void>handle((some, failed) -> null);
        if (!done.isDone()) {
            last.put(socket, done);
            done.whenComplete((none, never) -> last.remove(socket, done));
        }
        return made.thenCompose(Function.identity());
    }

    /** The number of sockets that wait. */
    int waiting() {
        return last.size();
    }
}
