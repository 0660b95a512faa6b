package parley.web.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import parley.domain.log.boundary.LogPositions;
import parley.domain.log.entity.LogPosition;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.database.Database;
import parley.web.database.DatabaseUnavailable;

/**
 * Sees that this log is the one that the database knows. A node that finds another topic id or partition count, a
 * lower epoch, or a log that ends before what is stored accepts nothing as soon as it knows.
 */
@ApplicationScoped
public class LogGuard {

    private static final System.Logger LOG = System.getLogger(LogGuard.class.getName());

    @Inject
    ChatLog log;

    @Inject
    Database database;

    @Inject
    LogPositions positions;

    private volatile String fault;

    /** @param ends where each partition ends, asked after {@link #stored} was read */
    public void check(List<LogPosition> stored, long[] ends) {
        var found = fault(stored, ends);
        if (found != null && !found.equals(fault)) {
            LOG.log(System.Logger.Level.ERROR, "{0}; this node accepts nothing until an operator has looked at it.", found);
        }
        fault = found;
    }

    private String fault(List<LogPosition> all, long[] ends) {
        var identity = log.identity();
        for (var stored : all) {
            if (stored.partition() >= identity.partitions()) {
                return "The database knows partition %d, and the log has only %d"
                        .formatted(stored.partition(), identity.partitions());
            }
            if (stored.epoch() > identity.epoch()) {
                return "The database is at epoch %d, and this node at %d".formatted(stored.epoch(), identity.epoch());
            }
            if (stored.epoch() < identity.epoch()) continue;
            if (!stored.topicId().equals(identity.topicId())) {
                return "The topic was made anew (its id is %s, not %s): an operator has to raise the epoch"
                        .formatted(identity.topicId(), stored.topicId());
            }
            if (stored.nextOffset() > ends[stored.partition()]) {
                return "Partition %d of the log ends at %d, and the database has it up to %d"
                        .formatted(stored.partition(), ends[stored.partition()], stored.nextOffset());
            }
        }
        return null;
    }

    /** How far the database is, or null while it is away: the comparison has to wait. */
    public List<LogPosition> stored() {
        try {
            return database.needed(() -> positions.all());
        } catch (DatabaseUnavailable down) {
            LOG.log(System.Logger.Level.DEBUG, "The database is away; the log is compared with it later.", down);
            return null;
        }
    }

    /** @throws Refused {@code unavailable} where the log is not the one that it was */
    public void require() {
        if (fault != null) throw new Refused(Refusal.UNAVAILABLE, "The log is not the one that the archive knows.");
    }

    /** Null where there is none. */
    public String fault() {
        return fault;
    }
}
