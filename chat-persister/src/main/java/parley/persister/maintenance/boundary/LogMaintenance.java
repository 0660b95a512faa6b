package parley.persister.maintenance.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import parley.domain.log.boundary.LogPositions;
import parley.domain.log.entity.LogPosition;
import parley.domain.schema.SchemaMigration;
import parley.log.client.LogSettings;
import parley.log.supervision.Backoff;
import parley.log.topic.LogConfirmation;
import parley.log.topic.LogContinuity;
import parley.log.topic.LogIdentity;
import parley.persister.ingest.boundary.Ingest;
import parley.persister.ingest.boundary.ReceiptIngest;
import parley.persister.ingest.boundary.StoredAnnouncements;
import parley.persister.ingest.boundary.Workers;
import parley.persister.ingest.control.CoalescingTask;
import parley.persister.ingest.control.FailureReason;
import parley.persister.maintenance.control.LogAdmin;
import parley.persister.maintenance.control.Trimming;
import parley.persister.maintenance.entity.PartitionProgress;
import parley.persister.maintenance.entity.PersisterCondition;
import parley.persister.operator.boundary.Operations;

/** Opens the channels once log and schema are valid, checks both from then on, and trims the log. */
@ApplicationScoped
public class LogMaintenance {

    private static final System.Logger LOG = System.getLogger(LogMaintenance.class.getName());
    private static final Duration BETWEEN_TRIMS = Duration.ofHours(1);
    /** Every question that a look asks has a limit; all together are below this. */
    public static final Duration LOOKS_WITHIN = Duration.ofMinutes(2);

    @Inject
    KeepingSettings settings;

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
    private volatile LogIdentity opened;
    private volatile LogConfirmation confirmation;
    private volatile long lookedNanos = System.nanoTime();
    private int failures;

    public void start() {
        registry.gauge("parley.lag.records", this, LogMaintenance::lag);
        registry.gauge(
                "parley.task.up",
                this,
                it -> it.sinceLook().compareTo(LOOKS_WITHIN) < 0 ? 1 : 0,
                new Tag("task", "keeper"));
        workers.start();
        new CoalescingTask(workers, workers::after, this::look).now();
    }

    public void stop() {
        stopped = true;
        workers.stop();
        if (admin != null) admin.close();
    }

    /** Records of the log that are not in the database, over all partitions, when it was last looked. */
    private long lag() {
        return condition.progress().stream().mapToLong(PartitionProgress::lag).sum();
    }

    public PersisterCondition condition() {
        return condition;
    }

    /** How long ago log and database were looked at. */
    public Duration sinceLook() {
        return Duration.ofNanos(System.nanoTime() - lookedNanos);
    }

    /** That it became another log, or that the topic is gone; null where neither is known. */
    public String logFault() {
        var confirmed = confirmation;
        return confirmed == null ? null : confirmed.fault();
    }

    private Duration look() {
        if (stopped) return null;
        var before = condition;
        condition = examine();
        lookedNanos = System.nanoTime();
        if (!condition.sameFaults(before)) LOG.log(System.Logger.Level.INFO, "Persister: {0}", condition.summary());
        failures = condition.isSound() ? 0 : failures + 1;
        return opened == null ? backoff.after(failures) : settings.watchTime();
    }

    private PersisterCondition examine() {
        try {
            if (admin == null) admin = new LogAdmin(log);
            // Once it was opened, a topic that is not there was deleted: only an operator recreates it.
            var now = opened == null ? admin.ensure() : admin.check();
            if (opened != null && !now.equals(opened)) confirmation.denied(LogContinuity.changed(opened, now));
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
        var faults = LogContinuity.faults(opened == null ? now : opened, now, stored, ends);
        var wrong = faults.isEmpty() ? null : String.join("; ", faults);
        if (opened != null) ingest.hold(wrong);
        if (wrong == null) act(now, PartitionProgress.join(LogContinuity.of(now, stored), ends));
        return condition.found(opened != null, wrong == null ? "" : wrong, PartitionProgress.join(stored, ends));
    }

    private List<LogPosition> stored() {
        if (!schema.isCurrent()) schema.migrate();
        return positions.all();
    }

    private void act(LogIdentity identity, List<PartitionProgress> progress) {
        if (opened == null) open(identity, progress);
        else {
            PartitionProgress.stuck(condition.progress(), progress).forEach(this::catchUp);
            // Repaired where the log has nothing more: no record would show that it goes on.
            progress.stream()
                    .filter(p -> p.lag() == 0 && ingest.isStopped(p.partition()))
                    .forEach(this::catchUp);
            operations.wake();
        }
    }

    private void open(LogIdentity identity, List<PartitionProgress> progress) {
        announcements.of(identity);
        progress.forEach(partition -> announcements.stored(partition.partition(), partition.nextOffset()));
        confirmation = new LogConfirmation(identity, admin::identity, System::nanoTime);
        ingest.open(identity, confirmation);
        receipts.open(confirmation);
        operations.open(identity, confirmation);
        opened = identity;
        new CoalescingTask(workers, workers::after, this::trim).now();
    }

    /** Where Kafka's commit is ahead of the database, or a partition stopped, no record need ever come that would show it. */
    private void catchUp(PartitionProgress stuck) {
        ingest.catchUp(stuck.partition(), stuck.nextOffset(), stuck.end());
    }

    private Duration trim() {
        if (stopped) return null;
        try {
            confirmation.require(Duration.ZERO);
            var young = admin.since(time.instant().minus(settings.trimAfter()));
            var before =
                    Trimming.before(PartitionProgress.join(LogContinuity.of(opened, positions.all()), young), young);
            admin.trim(before);
            LOG.log(System.Logger.Level.DEBUG, "The log begins now at {0}.", before);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException failed) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The log was not trimmed, it is tried again: {0}",
                    FailureReason.of(failed));
        }
        return BETWEEN_TRIMS;
    }
}
