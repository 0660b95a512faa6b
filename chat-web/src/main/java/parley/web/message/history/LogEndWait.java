package parley.web.message.history;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.refusal.Refused;
import parley.web.log.tail.EndOffsets;
import parley.web.log.tail.LogTail;

/** Determines the end of the log and waits a limited time for the tail to reach it. */
public final class LogEndWait {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(LogEndWait.class.getName());

    private final EndOffsets ends;
    private final LogTail tail;

    public LogEndWait(EndOffsets ends, LogTail tail) {
        this.ends = ends;
        this.tail = tail;
    }

    /** Whether the last request for the end of the log failed. */
    boolean isFailing() {
        return ends.isFailing();
    }

    /** The offset that the tail must have read, or -1 if the log does not answer. */
    long awaited(int partition) {
        try {
            long end = ends.now().get(2, TimeUnit.SECONDS).byPartition()[partition];
            tail.await(partition, end, TIMEOUT);
            return end;
        } catch (ExecutionException | TimeoutException unreachable) {
            LOG.log(System.Logger.Level.DEBUG, "The end of the log is not known now.", unreachable);
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is stopping.", stopped);
        }
    }
}
