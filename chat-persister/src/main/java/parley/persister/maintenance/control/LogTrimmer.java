package parley.persister.maintenance.control;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import parley.domain.log.boundary.LogPositions;
import parley.log.topic.LogContinuity;
import parley.log.topic.LogIdentityMonitor;
import parley.persister.ingest.control.FailureReason;
import parley.persister.maintenance.entity.PartitionProgress;

/** Deletes the records of the log that are stored in the database and older than the retention time. */
public final class LogTrimmer {

    private static final System.Logger LOG = System.getLogger(LogTrimmer.class.getName());
    private static final Duration INTERVAL = Duration.ofHours(1);

    private final LogAdmin admin;
    private final LogIdentityMonitor monitor;
    private final LogPositions positions;
    private final Duration retention;
    private final InstantSource time;

    public LogTrimmer(
            LogAdmin admin,
            LogIdentityMonitor monitor,
            LogPositions positions,
            Duration retention,
            InstantSource time) {
        this.admin = admin;
        this.monitor = monitor;
        this.positions = positions;
        this.retention = retention;
        this.time = time;
    }

    /** @return the delay until the next run */
    public Duration trim() {
        try {
            monitor.require(Duration.ZERO);
            var young = admin.since(time.instant().minus(retention));
            var limits = below(PartitionProgress.join(LogContinuity.of(monitor.log(), positions.all()), young), young);
            admin.trim(limits);
            LOG.log(System.Logger.Level.DEBUG, "Trimmed the log below {0}.", limits);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Could not trim the log; retrying in an hour: {0}",
                    FailureReason.of(failed));
        }
        return INTERVAL;
    }

    /**
     * The offset below which each partition may be deleted; absent if nothing may be.
     *
     * @param young the first offset of each partition that must be kept for its age, or -1 if all records are older
     */
    static Map<Integer, Long> below(List<PartitionProgress> stored, Map<Integer, Long> young) {
        var limits = new HashMap<Integer, Long>();
        for (var partition : stored) {
            Long kept = young.get(partition.partition());
            if (kept == null) continue;
            long limit = kept < 0 ? partition.nextOffset() : Math.min(kept, partition.nextOffset());
            if (limit > 0) limits.put(partition.partition(), limit);
        }
        return limits;
    }
}
