package parley.log.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import parley.domain.log.entity.LogPosition;

/**
 * Monitors whether the log is still the one that this process started with and the one that the database belongs to.
 * While it is not, nothing may be accepted, stored or acknowledged. A replaced topic is permanent until the process is
 * restarted; a missing topic and a mismatch with the database end when the cause does.
 */
public final class LogIdentityMonitor {

    private static final System.Logger LOG = System.getLogger(LogIdentityMonitor.class.getName());

    /** Returns the identity of the broker's current topic; may block for some seconds. */
    public interface Broker {
        LogIdentity identity() throws ExecutionException, InterruptedException;
    }

    private final LogIdentity log;
    private final Broker broker;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile String replaced;
    private volatile String missing;
    private volatile String mismatch;
    private long confirmedNanos;
    private boolean everConfirmed;

    /**
     * @param log the log that this process started with
     * @param nanos as {@link System#nanoTime}
     */
    public LogIdentityMonitor(LogIdentity log, Broker broker, LongSupplier nanos) {
        this.log = log;
        this.broker = broker;
        this.nanos = nanos;
    }

    /**
     * Fails if a fault is known, or if the broker has not confirmed the identity within {@code maxAge}. Queries the
     * broker if its last confirmation is older.
     *
     * @param maxAge zero: only an answer to a request sent after this call counts
     * @throws AnotherLog if it is another log, does not match the database, or the broker does not answer
     */
    public void require(Duration maxAge) {
        long oldest = nanos.getAsLong() - maxAge.toNanos();
        if (mismatch != null) throw new AnotherLog(mismatch, null);
        asking.lock();
        try {
            if (replaced == null && !(everConfirmed && confirmedNanos - oldest >= 0)) ask();
        } finally {
            asking.unlock();
        }
        if (replaced != null) throw new AnotherLog(replaced, null);
    }

    /** Asks the broker, unless a request is already running; the answer changes {@link #fault}. */
    public void refresh() {
        if (replaced != null || !asking.tryLock()) return;
        try {
            ask();
        } catch (AnotherLog unknown) {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "Could not read the log's identity; retrying at the next check.",
                    unknown);
        } finally {
            asking.unlock();
        }
    }

    /** Compares the log with what the broker has now, as read by the caller. */
    public void observe(LogIdentity current) {
        missing = null;
        if (!current.equals(log)) markReplaced(LogContinuity.changed(log, current));
    }

    /** Records that the log was replaced or truncated. */
    public void markReplaced(String reason) {
        if (replaced != null) return;
        replaced = reason;
        LOG.log(
                System.Logger.Level.ERROR,
                "{0}. Nothing is accepted, stored or acknowledged until an operator fixes it and restarts this process.",
                reason);
    }

    /**
     * Compares the log with the database.
     *
     * @param stored how far each partition is stored
     * @param ends where each partition ends, read after {@code stored}
     */
    public void compare(List<LogPosition> stored, Map<Integer, Long> ends) {
        var before = mismatch;
        mismatch = LogContinuity.mismatch(log, stored, ends);
        if (mismatch != null && !mismatch.equals(before)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0}. Nothing is accepted, stored or acknowledged until log and database match.",
                    mismatch);
        }
        if (mismatch == null && before != null) LOG.log(System.Logger.Level.INFO, "Log and database match again.");
    }

    /** The log that this process started with. */
    public LogIdentity log() {
        return log;
    }

    /** What is wrong, or null; never blocks. */
    public String fault() {
        if (replaced != null) return replaced;
        return missing != null ? missing : mismatch;
    }

    /** Whether the log was replaced while this process runs. */
    public boolean isReplaced() {
        return replaced != null;
    }

    private void ask() {
        long askedNanos = nanos.getAsLong();
        try {
            observe(broker.identity());
            if (replaced != null) return;
            confirmedNanos = askedNanos;
            everConfirmed = true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnotherLog("stopping", stopping);
        } catch (ExecutionException | KafkaException failed) {
            boolean gone = failed.getCause() instanceof UnknownTopicOrPartitionException;
            if (gone) missing = "the topic " + Topics.MESSAGES + " does not exist";
            throw new AnotherLog(gone ? missing : "the broker does not answer which log it has", failed);
        }
    }
}
