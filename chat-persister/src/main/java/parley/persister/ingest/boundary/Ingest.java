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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.supervision.Backoff;
import parley.log.topic.LogIdentityMonitor;
import parley.log.topic.Topics;
import parley.log.trace.RecordSpans;
import parley.persister.deadletter.boundary.DeadLetters;
import parley.persister.ingest.control.BatchProcessor;
import parley.persister.ingest.control.BisectingStore;
import parley.persister.ingest.control.BoundedExecutor;
import parley.persister.ingest.control.CatchUpTasks;
import parley.persister.ingest.control.PartitionQueue;
import parley.persister.ingest.control.TracedBatches;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.ingest.entity.PartitionStatus;
import parley.persister.store.boundary.BatchStore;
import parley.persister.store.entity.WriteResult;

/** Stores the log in the database, with one queue for each partition assigned to this process. */
@ApplicationScoped
public class Ingest {

    private static final Duration RANGE_READ_TIMEOUT = Duration.ofSeconds(15);

    @Inject
    IngestSettings settings;

    @Inject
    LogSettings logSettings;

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

    @Inject
    RecordSpans spans;

    private final Map<Integer, PartitionQueue> queues = new ConcurrentHashMap<>();
    private Executor batches;
    private CatchUpTasks catchUps;
    private volatile BatchProcessor processor;

    @PostConstruct
    void prepare() {
        batches = new BoundedExecutor(workers, settings.parallelBatches);
        // Separate from the batches, so that live records do not wait for a range of millions.
        catchUps = new CatchUpTasks(new BoundedExecutor(workers, 1));
    }

    /** Starts to receive records of this log. */
    public void open(LogIdentityMonitor identity) {
        processor = new BatchProcessor(
                new BisectingStore(store, identity.log(), deadLetters::put, this::committed),
                identity,
                this::readRange,
                this::committed,
                settings.batchRecords,
                time);
        channel.open(settings.bufferRecords);
    }

    private List<ConsumerRecord<String, String>> readRange(int partition, long from, long to, int limit) {
        try (var reader = RangeReader.open(logSettings.reader("parley-range"))) {
            return reader.read(new TopicPartition(Topics.MESSAGES, partition), from, to, limit, RANGE_READ_TIMEOUT);
        }
    }

    private void committed(int partition, WriteResult.Stored stored) {
        metrics.add(stored.counts());
        announcements.stored(partition, stored.nextOffset());
    }

    /** The ranges that catch-up tasks are reading, by partition. */
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
     * Starts a task that reads and stores a range that no incoming record would trigger. Does nothing if records of the
     * partition are queued, because they trigger it. Returns at once. The partition may be assigned to another
     * persister; the lock of its row decides who writes.
     *
     * @param next its {@code next_offset}
     * @param end where the log ends
     */
    public void catchUp(int partition, long next, long end) {
        var queue = queue(partition);
        if (queue.status().waiting() > 0) return;
        catchUps.start(partition, next, end, () -> queue.settle(processor.catchUp(partition, next, end)));
    }

    public void receive(ChannelRecord record) {
        queue(record.partition()).add(record);
    }

    private PartitionQueue queue(int partition) {
        return queues.computeIfAbsent(
                partition,
                p -> new PartitionQueue(
                        p,
                        settings.batchRecords,
                        settings.batchTime(),
                        new TracedBatches(spans, processor),
                        channel::acknowledge,
                        new Backoff(new SplittableRandom()),
                        batches,
                        workers::after));
    }
}
