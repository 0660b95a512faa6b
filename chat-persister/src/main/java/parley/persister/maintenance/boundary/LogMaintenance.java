package parley.persister.maintenance.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import parley.domain.log.boundary.LogPositions;
import parley.domain.log.entity.LogPosition;
import parley.domain.schema.SchemaMigration;
import parley.log.client.LogSettings;
import parley.log.supervision.Backoff;
import parley.log.topic.LogContinuity;
import parley.log.topic.LogIdentity;
import parley.log.topic.LogIdentityMonitor;
import parley.persister.ingest.boundary.Ingest;
import parley.persister.ingest.boundary.ReceiptIngest;
import parley.persister.ingest.boundary.StoredAnnouncements;
import parley.persister.ingest.boundary.Workers;
import parley.persister.ingest.control.CoalescingTask;
import parley.persister.ingest.control.FailureReason;
import parley.persister.maintenance.control.LogAdmin;
import parley.persister.maintenance.control.LogTrimmer;
import parley.persister.maintenance.entity.PartitionProgress;
import parley.persister.maintenance.entity.PersisterCondition;
import parley.persister.operator.boundary.Operations;

/** Opens the channels once log and schema are valid, checks both from then on, and trims the log. */
@ApplicationScoped
public class LogMaintenance {

    private static final System.Logger LOG = System.getLogger(LogMaintenance.class.getName());
    /** Above the sum of all timeouts of a check. */
    public static final Duration MAX_CHECK_AGE = Duration.ofMinutes(2);

    @Inject
    MaintenanceSettings settings;

    @Inject
    LogSettings log;

    @Inject
    SchemaMigration schema;

    @Inject
    LogPositions positions;

    @Inject
    Ingest ingest;

    @Inject
    ReceiptIngest receipts;

    @Inject
    StoredAnnouncements announcements;

    @Inject
    Operations operations;

    @Inject
    Workers workers;

    @Inject
    InstantSource time;

    @Inject
    MetricRegistry registry;

    private final Backoff backoff = new Backoff(new SplittableRandom());
    private volatile PersisterCondition condition = PersisterCondition.UNKNOWN;
    private volatile boolean stopped;
    private volatile LogAdmin admin;
    /** Null until log and schema are valid and the channels are open. */
    private volatile LogIdentityMonitor monitor;

    private volatile long checkedNanos = System.nanoTime();
    private int failures;

    public void start() {
        registry.gauge("parley.lag.records", this, LogMaintenance::lag);
        registry.gauge(
                "parley.task.up",
                this,
                it -> it.sinceCheck().compareTo(MAX_CHECK_AGE) < 0 ? 1 : 0,
                new Tag("task", "keeper"));
        workers.start();
        new CoalescingTask(workers, workers::after, this::check).now();
    }

    public void stop() {
        stopped = true;
        workers.stop();
        if (admin != null) admin.close();
    }

    /** Records of the log that are not in the database, over all partitions, as of the last check. */
    private long lag() {
        return condition.progress().stream().mapToLong(PartitionProgress::lag).sum();
    }

    public PersisterCondition condition() {
        return condition;
    }

    /** The time since the last check of log and database. */
    public Duration sinceCheck() {
        return Duration.ofNanos(System.nanoTime() - checkedNanos);
    }

    /** What is wrong with the log since the persister was opened, or null; never blocks. */
    public String logFault() {
        var opened = monitor;
        return opened == null ? null : opened.fault();
    }

    private Duration check() {
        if (stopped) return null;
        var before = condition;
        condition = examine();
        if (stopped) return null;
        checkedNanos = System.nanoTime();
        if (!condition.sameFaults(before)) LOG.log(System.Logger.Level.INFO, "Persister: {0}", condition.summary());
        failures = condition.isSound() ? 0 : failures + 1;
        return monitor == null ? backoff.after(failures) : settings.checkInterval();
    }

    private PersisterCondition examine() {
        try {
            if (admin == null) admin = new LogAdmin(log);
            // A topic that is missing after the opening was deleted; only an operator may recreate it.
            var now = monitor == null ? admin.ensure() : admin.check();
            if (monitor != null) monitor.observe(now);
            List<LogPosition> stored;
            try {
                stored = stored();
            } catch (RuntimeException failed) {
                return condition.databaseFails(FailureReason.of(failed));
            }
            return compare(now, stored);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return condition;
        } catch (ExecutionException | RuntimeException failed) {
            return condition.logFails(FailureReason.of(failed));
        }
    }

    private PersisterCondition compare(LogIdentity now, List<LogPosition> stored)
            throws ExecutionException, InterruptedException {
        var ends = admin.ends();
        var wrong = fault(now, stored, ends);
        if (wrong == null) act(now, PartitionProgress.join(LogContinuity.of(now, stored), ends));
        return condition.found(monitor != null, wrong == null ? "" : wrong, PartitionProgress.join(stored, ends));
    }

    /** Null if log and database match. */
    private String fault(LogIdentity now, List<LogPosition> stored, Map<Integer, Long> ends) {
        if (monitor == null) return LogContinuity.mismatch(now, stored, ends);
        monitor.compare(stored, ends);
        return monitor.fault();
    }

    private List<LogPosition> stored() {
        if (!schema.isCurrent()) schema.migrate();
        return positions.all();
    }

    private void act(LogIdentity identity, List<PartitionProgress> progress) {
        if (monitor == null) open(identity, progress);
        else {
            PartitionProgress.stuck(condition.progress(), progress).forEach(this::catchUp);
            // After a repair at the end of the log, no record would arrive that lets the partition continue.
            progress.stream()
                    .filter(p -> p.lag() == 0 && ingest.isStopped(p.partition()))
                    .forEach(this::catchUp);
            operations.wake();
        }
    }

    private void open(LogIdentity identity, List<PartitionProgress> progress) {
        announcements.open(identity);
        progress.forEach(partition -> announcements.stored(partition.partition(), partition.nextOffset()));
        var opening = new LogIdentityMonitor(identity, admin::identity, System::nanoTime);
        ingest.open(opening);
        receipts.open(opening);
        operations.open(opening);
        monitor = opening;
        var trimmer = new LogTrimmer(admin, opening, positions, settings.trimAfter(), time);
        new CoalescingTask(workers, workers::after, () -> stopped ? null : trimmer.trim()).now();
    }

    /**
     * If Kafka's committed offset is ahead of the database or the partition stopped, no record may arrive to trigger
     * it.
     */
    private void catchUp(PartitionProgress stuck) {
        ingest.catchUp(stuck.partition(), stuck.nextOffset(), stuck.end());
    }
}
