package parley.web.message.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.domain.refusal.Refused;
import parley.web.log.tail.LogEnds;
import parley.web.log.tail.Tail;

/** The log's end, with the tail there if it comes so far in time. */
@ApplicationScoped
class AwaitedEnd {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final System.Logger LOG = System.getLogger(AwaitedEnd.class.getName());

    @Inject
    LogEnds ends;

    @Inject
    Tail tail;

    /** The offset that the tail has to have read, or -1 where the log cannot be asked. */
    long awaited(int partition) {
        try {
            long end = ends.now().get(2, TimeUnit.SECONDS).byPartition()[partition];
            tail.await(partition, end, PATIENCE);
            return end;
        } catch (ExecutionException | TimeoutException away) {
            LOG.log(System.Logger.Level.DEBUG, "The log cannot be asked where it ends; the page is not fresh.", away);
            return -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Refused.unavailable("This node is stopping.", stopped);
        }
    }
}
