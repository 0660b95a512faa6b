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
import parley.log.topic.LogConfirmation;
import parley.log.topic.LogContinuity;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseUnavailable;

/**
 * Sees that this log is the one that the database knows. A node that finds another topic id or partition count, a
 * lower epoch, or a log that ends before what is stored accepts nothing as soon as it knows.
 */
@ApplicationScoped
public class LogIdentityCheck {

    private static final System.Logger LOG = System.getLogger(LogIdentityCheck.class.getName());

    @Inject
    LogConnection log;

    @Inject
    DatabaseGateway database;

    @Inject
    LogPositions positions;

    private volatile String fault;
    private volatile LogConfirmation confirmation;

    /** Asks the broker which log it has; every other second. */
    public void look() {
        if (log.isConnected()) confirmation().look();
    }

    /** The log ends before what this node has read of it. */
    public void shrank(int partition, long end, long read) {
        confirmation()
                .denied("partition %d of the log ends at %d, and this node has read it up to %d"
                        .formatted(partition, end, read));
    }

    /** @param ends where each partition ends, asked after {@link #stored} was read */
    public void check(List<LogPosition> stored, long[] ends) {
        var identity = log.identity();
        var endOf =
                IntStream.range(0, ends.length).boxed().collect(Collectors.toMap(Function.identity(), p -> ends[p]));
        var faults = LogContinuity.faults(identity, identity, stored, endOf);
        var found = faults.isEmpty() ? null : String.join("; ", faults);
        if (found != null && !found.equals(fault)) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0}; this node accepts nothing until an operator has looked at it.",
                    found);
        }
        fault = found;
    }

    private synchronized LogConfirmation confirmation() {
        if (confirmation == null)
            confirmation = new LogConfirmation(log.identity(), log::askIdentity, System::nanoTime);
        return confirmation;
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
        var confirmed = confirmation;
        var changed = confirmed == null ? null : confirmed.fault();
        return changed != null ? changed : fault;
    }

    /** Whether it became another log while this node runs: what is read now is not what was written to the one it knows. */
    public boolean isAnother() {
        var confirmed = confirmation;
        return confirmed != null && confirmed.isAnother();
    }
}
