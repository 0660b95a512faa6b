package parley.web.log.tail;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import parley.web.log.source.MessageLog;

/** The current end offsets of the log. Callers that arrive during a request to the broker share the next one. */
public final class EndOffsets {

    private static final System.Logger LOG = System.getLogger(EndOffsets.class.getName());
    private static final int TIMEOUT_SECONDS = 7;

    private final MessageLog log;
    private final LongSupplier nanoTime;

    private volatile boolean failing;

    private CompletableFuture<Ends> asked;
    private CompletableFuture<Ends> next;

    public EndOffsets(MessageLog log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
    }

    /** @param askedNanos every record that was in the log at this {@link System#nanoTime} is below its end */
    public record Ends(long[] byPartition, long askedNanos) {}

    /** The answer to a request that starts no earlier than this call. */
    public synchronized CompletableFuture<Ends> now() {
        if (next != null) return next;
        if (asked != null && !asked.isDone()) {
            next = new CompletableFuture<>();
            return next;
        }
        asked = ask(new CompletableFuture<>());
        return asked;
    }

    /** Whether the last request failed; it is repeated every second. */
    public boolean isFailing() {
        return failing;
    }

    private void reportAnswer(Throwable failed) {
        boolean fails = failed != null;
        if (fails != failing) {
            failing = fails;
            if (fails)
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Requesting the end of the log fails; it is repeated every second.",
                        failed);
            else LOG.log(System.Logger.Level.INFO, "Requesting the end of the log succeeds again.");
        }
        startNext();
    }

    private synchronized void startNext() {
        if (next == null) return;
        asked = next;
        next = null;
        ask(asked);
    }

    private CompletableFuture<Ends> ask(CompletableFuture<Ends> answer) {
        try {
            long askedNanos = nanoTime.getAsLong();
            log.ends().whenComplete((ends, failed) -> {
                if (failed != null) answer.completeExceptionally(failed);
                else answer.complete(new Ends(ends, askedNanos));
            });
        } catch (RuntimeException failed) {
            answer.completeExceptionally(failed);
        }
        // Whatever the client does, an unanswered request must not block the next ones.
        answer.orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).whenComplete((ends, failed) -> reportAnswer(failed));
        return answer;
    }
}
