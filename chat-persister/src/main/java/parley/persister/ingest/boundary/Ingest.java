package parley.persister.ingest.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.apache.kafka.common.TopicPartition;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.supervision.Backoff;
import parley.log.topic.LogConfirmation;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.persister.deadletter.boundary.DeadLetters;
import parley.persister.ingest.control.BatchProcessor;
import parley.persister.ingest.control.BoundedExecutor;
import parley.persister.ingest.control.CatchUpTasks;
import parley.persister.ingest.control.IdentityGate;
import parley.persister.ingest.control.PartitionQueue;
import parley.persister.ingest.control.StoppedPartitions;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.ingest.entity.PartitionStatus;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.WriteResult;

/** Brings the log into the database: a queue for each partition that this process was given. */
@ApplicationScoped
public class Ingest {

    private static final Duration RANGE_READ_TIMEOUT = Duration.ofSeconds(15);

    @Inject
    IngestSettings settings;

    @Inject
    LogSettings log;

    @Inject
    LogChannel channel;

    @Inject
    BatchStore store;

    @Inject
    DeadLetters deadLetters;

    @Inject
    StoredAnnouncements announcements;

    @Inject
    Workers workers;

    @Inject
    PersisterMetrics metrics;

    @Inject
    InstantSource time;

    private final Map<Integer, PartitionQueue> queues = new ConcurrentHashMap<>();
    private Executor batches;
    private CatchUpTasks catchUps;
    private volatile BatchProcessor processor;
    private volatile IdentityGate gate;

    @PostConstruct
    void prepare() {
        batches = new BoundedExecutor(workers, settings.parallelBatches);
        // Separate from the batches: live records must not wait for a range of millions.
        catchUps = new CatchUpTasks(new BoundedExecutor(workers, 1));
    }

    /**
     * Lets records of this log come. They pass the gate, skip partitions that are known to have stopped, and are stored.
     *
     * @param confirmation whether it is still the same log
     */
    public void open(LogIdentity identity, LogConfirmation confirmation) {
        processor = new BatchProcessor(
                store,
                identity,
                (partition, from, to, limit) -> {
                    try (var reader = RangeReader.open(log.reader("parley-range"))) {
                        var at = new TopicPartition(Topics.MESSAGES, partition);
                        var range = reader.read(at, from, to, limit, RANGE_READ_TIMEOUT);
                        gate.requireNow();
                        return range;
                    }
                },
                deadLetters::put,
                this::committed,
                settings.batchRecords);
        gate = new IdentityGate(new StoppedPartitions(processor, time), confirmation);
        channel.open(settings.bufferRecords);
    }

    private void committed(int partition, WriteResult.Stored stored) {
        metrics.add(stored.counts());
        announcements.stored(partition, stored.nextOffset());
    }

    /** @param reason why nothing may be stored for now, or null */
    public void hold(String reason) {
        gate.hold(reason);
    }

    /** The ranges that catch-up tasks read from the log, by partition. */
    public Map<Integer, String> catchingUp() {
        return catchUps.running();
    }

    public List<PartitionStatus> statuses() {
        return queues.values().stream().map(PartitionQueue::status).toList();
    }

    public boolean isStopped(int partition) {
        var queue = queues.get(partition);
        return queue != null && queue.status().stopped() != null;
    }

    /**
     * Starts a task that reads and stores what no incoming record would reveal, unless records of the partition wait
     * here: they reveal it. Returns at once. The partition may be assigned to another persister; the lock of its row
     * decides who writes.
     *
     * @param next its {@code next_offset}
     * @param end where the log ends
     */
    public void catchUp(int partition, long next, long end) {
        var queue = queue(partition);
        if (queue.status().waiting() > 0) return;
        catchUps.start(partition, next, end, () -> queue.settle(processor.catchUp(partition, next, end)));
    }

    public void take(ChannelRecord record) {
        queue(record.partition()).add(record);
    }

    private PartitionQueue queue(int partition) {
        return queues.computeIfAbsent(
                partition,
                p -> new PartitionQueue(
                        p,
                        settings.batchRecords,
                        settings.batchTime(),
                        gate,
                        channel::done,
                        new Backoff(new SplittableRandom()),
                        batches,
                        workers::after));
    }
}
