package parley.log.topic;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Whether the log is still the one that this process began with, as the broker says when it is asked. Once it is another
 * one, it stays so until the process is started again.
 */
public final class LogConfirmation {

    private static final System.Logger LOG = System.getLogger(LogConfirmation.class.getName());

    /** Says which log the broker has; may block for some seconds. */
    public interface Broker {
        LogIdentity identity() throws ExecutionException, InterruptedException;
    }

    private final LogIdentity log;
    private final Broker broker;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile String fault;
    private volatile String missing;
    private long confirmedNanos;
    private boolean confirmedEver;

    public LogConfirmation(LogIdentity log, Broker broker, LongSupplier nanos) {
        this.log = log;
        this.broker = broker;
        this.nanos = nanos;
    }

    /**
     * Returns where the broker has confirmed it within {@code age}; asks it where that is longer ago.
     *
     * @param age zero: the answer must be to a question after this call
     * @throws AnotherLog where it is another log, or the broker does not say
     */
    public void require(Duration age) {
        long oldest = nanos.getAsLong() - age.toNanos();
        asking.lock();
        try {
            if (fault == null && !(confirmedEver && confirmedNanos - oldest >= 0)) ask();
        } finally {
            asking.unlock();
        }
        if (fault != null) throw new AnotherLog(fault, null);
    }

    /** Asks, unless somebody does at this moment, and throws nothing: {@link #fault} knows. */
    public void look() {
        if (fault != null || !asking.tryLock()) return;
        try {
            ask();
        } catch (AnotherLog unknown) {
            LOG.log(System.Logger.Level.DEBUG, "Which log the broker has cannot be seen; it is asked again.", unknown);
        } finally {
            asking.unlock();
        }
    }

    /** Something else showed that it is another log. */
    public void denied(String why) {
        if (fault != null) return;
        fault = why;
        LOG.log(
                System.Logger.Level.ERROR,
                "{0}. Nothing is accepted, stored or acknowledged until an operator has looked at it.",
                why);
    }

    /** What is wrong, or null; never waits. */
    public String fault() {
        return fault != null ? fault : missing;
    }

    /** Whether it became another log, which stays so. */
    public boolean isAnother() {
        return fault != null;
    }

    private void ask() {
        long asked = nanos.getAsLong();
        try {
            var now = broker.identity();
            missing = null;
            if (!now.equals(log)) {
                denied(LogContinuity.changed(log, now));
                return;
            }
            confirmedNanos = asked;
            confirmedEver = true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new AnotherLog("stopping", stopping);
        } catch (ExecutionException | KafkaException unknown) {
            boolean gone = unknown.getCause() instanceof UnknownTopicOrPartitionException;
            missing = gone ? "the topic " + Topics.MESSAGES + " is not there" : missing;
            throw new AnotherLog(gone ? missing : "the broker does not say which log it has", unknown);
        }
    }
}
