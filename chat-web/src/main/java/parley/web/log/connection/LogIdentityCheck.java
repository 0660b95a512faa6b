package parley.web.log.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.domain.log.boundary.LogPositions;
import parley.domain.log.entity.LogPosition;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.topic.LogIdentityMonitor;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/** The {@link LogIdentityMonitor} of this node, which begins when the node is connected: a fault refuses requests. */
@ApplicationScoped
public class LogIdentityCheck {

    private static final System.Logger LOG = System.getLogger(LogIdentityCheck.class.getName());

    @Inject
    LogConnection log;

    @Inject
    DatabaseGateway database;

    @Inject
    LogPositions positions;

    private volatile LogIdentityMonitor monitor;

    /** Asks the broker which log it has; every other second. */
    public void look() {
        if (log.isConnected()) monitor().refresh();
    }

    /** The log ends before what this node has read of it. */
    public void shrank(int partition, long end, long read) {
        monitor()
                .markReplaced("partition %d of the log ends at %d, and this node has read it up to %d"
                        .formatted(partition, end, read));
    }

    /** @param ends where each partition ends, asked after {@link #stored} was read */
    public void check(List<LogPosition> stored, long[] ends) {
        monitor()
                .compare(
                        stored,
                        IntStream.range(0, ends.length)
                                .boxed()
                                .collect(Collectors.toMap(Function.identity(), p -> ends[p])));
    }

    private synchronized LogIdentityMonitor monitor() {
        if (monitor == null) monitor = new LogIdentityMonitor(log.identity(), log::askIdentity, System::nanoTime);
        return monitor;
    }

    /** How far the database is, or null while it is unavailable: the comparison has to wait. */
    public List<LogPosition> stored() {
        try {
            return database.needed(() -> positions.all());
        } catch (DatabaseUnavailable down) {
            LOG.log(System.Logger.Level.DEBUG, "The database is unavailable; the log is compared with it later.", down);
            return null;
        }
    }

    /** @throws Refused {@code unavailable} where the log is not the one that it was */
    public void require() {
        if (fault() != null) throw new Refused(Refusal.UNAVAILABLE, "The log is not the one that the archive knows.");
    }

    /** Null where there is none. */
    public String fault() {
        var begun = monitor;
        return begun == null ? null : begun.fault();
    }

    /** Whether it became another log while this node runs: what is read now is not what was written to the one it knows. */
    public boolean isAnother() {
        var begun = monitor;
        return begun != null && begun.isReplaced();
    }
}
