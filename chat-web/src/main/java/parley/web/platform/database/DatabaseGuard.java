package parley.web.platform.database;

import jakarta.ejb.EJBException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import parley.domain.refusal.Refused;

/**
 * Time limit, circuit breaker and bulkhead around calls to the database. A read of a JDBC driver cannot be interrupted:
 * the work runs on a thread of {@code threads} and only the caller stops waiting. The thread and its place in the
 * bulkhead are released when the driver gives up.
 */
final class DatabaseGuard {

    /** Further callers do not wait for a place, because each of them holds a thread. */
    private static final int MAX_WAITING = 100;

    /**
     * Maximum number of hanging probes: on a silently lost connection, a probe hangs until the driver's socket timeout.
     */
    private static final int MAX_PROBES = 3;

    private final Executor threads;
    private final LongSupplier nanos;
    private final BooleanSupplier hasTables;
    private final Semaphore places;
    private final AtomicInteger probes = new AtomicInteger();
    private final DatabaseCircuitBreaker breaker;

    /**
     * @param most the maximum number of concurrent calls
     * @param nanos as {@link System#nanoTime}
     * @param hasTables whether there are tables; until then, calls are refused
     */
    DatabaseGuard(Executor threads, int most, LongSupplier nanos, BooleanSupplier hasTables) {
        this.threads = threads;
        this.nanos = nanos;
        this.hasTables = hasTables;
        this.places = new Semaphore(most, true);
        this.breaker = new DatabaseCircuitBreaker(nanos);
    }

    DatabaseState state() {
        return breaker.state();
    }

    /**
     * Runs {@code call} on another thread and returns or throws what it does.
     *
     * @throws DatabaseUnavailable if the database does not answer within {@code limit}; immediately while it is known
     *     to be down or has no tables
     */
    <T> T call(Duration limit, Supplier<T> call) {
        long began = nanos.getAsLong();
        requireUsable();
        takePlace(limit);
        long left = limit.toNanos() - (nanos.getAsLong() - began);
        var answer = submit(call, places::release);
        try {
            var value = answer.get(Math.max(1, left), TimeUnit.NANOSECONDS);
            breaker.recordSuccess();
            return value;
        } catch (TimeoutException late) {
            // A call that had to wait for its place may be late because of that.
            if (left > limit.toNanos() / 2) breaker.recordFailure(began, null);
            throw new DatabaseUnavailable(late);
        } catch (ExecutionException failed) {
            throw toFailure(began, failed.getCause());
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    /** Runs on the caller's thread and without a time limit, for background work of the node. */
    <T> T callInBackground(Supplier<T> call) {
        long began = nanos.getAsLong();
        requireUsable();
        try {
            return call.get();
        } catch (RuntimeException failed) {
            throw toFailure(began, failed);
        }
    }

    /** Runs {@code call} to determine whether the database answers; returns at once. */
    void probe(Duration limit, Supplier<?> call) {
        long began = nanos.getAsLong();
        if (probes.incrementAndGet() > MAX_PROBES) {
            probes.decrementAndGet();
            breaker.recordFailure(began, null);
            return;
        }
        // An answer after the limit does not count: for callers, a slow database is down.
        submit(call, probes::decrementAndGet)
                .orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((answer, failed) -> {
                    if (failed == null || !isOutage(failed)) breaker.recordProbeSuccess();
                    else breaker.recordFailure(began, failed);
                });
    }

    private void requireUsable() {
        if (breaker.isOpen() || !hasTables.getAsBoolean()) throw new DatabaseUnavailable(null);
    }

    private void takePlace(Duration limit) {
        try {
            if (places.tryAcquire()) return;
            boolean waits = places.getQueueLength() < MAX_WAITING;
            if (!waits || !places.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS))
                throw new DatabaseUnavailable(null);
        } catch (InterruptedException stopped) {
            throw interrupted(stopped);
        }
    }

    private <T> CompletableFuture<T> submit(Supplier<T> call, Runnable ended) {
        var answer = new CompletableFuture<T>();
        try {
            threads.execute(() -> {
                try {
                    answer.complete(call.get());
                } catch (RuntimeException | Error failed) {
                    answer.completeExceptionally(failed);
                } finally {
                    ended.run();
                }
            });
        } catch (RejectedExecutionException stopping) {
            ended.run();
            answer.completeExceptionally(new DatabaseUnavailable(stopping));
        }
        return answer;
    }

    private RuntimeException toFailure(long began, Throwable failed) {
        if (isOutage(failed)) {
            breaker.recordFailure(began, failed);
            return failed instanceof DatabaseUnavailable known ? known : new DatabaseUnavailable(failed);
        }
        // A refusal or a bug: in both cases the database has answered.
        breaker.recordSuccess();
        if (failed instanceof RuntimeException unchecked) return unchecked;
        if (failed instanceof Error error) throw error;
        return new EJBException((Exception) failed);
    }

    private static boolean isOutage(Throwable failed) {
        return failed instanceof TimeoutException
                || failed instanceof DatabaseUnavailable
                || !(failed instanceof Refused) && DatabaseOutage.is(failed);
    }

    private static DatabaseUnavailable interrupted(InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return new DatabaseUnavailable(stopped);
    }
}
