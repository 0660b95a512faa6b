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
import parley.log.client.LogSettings;
import parley.log.range.RangeReader;
import parley.log.topic.LogIdentity;
import parley.persister.deadletter.boundary.DeadLetters;
import parley.persister.ingest.control.Backoff;
import parley.persister.ingest.control.Bounded;
import parley.persister.ingest.control.Lane;
import parley.persister.ingest.control.Stops;
import parley.persister.ingest.control.Writer;
import parley.persister.ingest.entity.Arrived;
import parley.persister.ingest.entity.Standing;
import parley.persister.ingest.entity.Written;
import parley.persister.store.boundary.BatchStore;

/** What comes from the log, on its way to the store: a lane for each partition that this process was given. */
@ApplicationScoped
public class Ingest {

    private static final Duration READING = Duration.ofSeconds(15);

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
    Tallies tallies;

    @Inject
    InstantSource time;

    private final Map<Integer, Lane> lanes = new ConcurrentHashMap<>();
    private Executor bounded;
    private volatile Writer writer;
    private volatile Stops stops;

    @PostConstruct
    void prepare() {
        bounded = new Bounded(workers, settings.parallelBatches);
    }

    /** Lets records of this log come. */
    public void open(LogIdentity identity) {
        var ranges = new RangeReader(log);
        writer = new Writer(
                store,
                identity,
                (partition, from, to, limit) -> ranges.read(partition, from, to, limit, READING),
                deadLetters::put,
                tallies::add,
                settings.batchRecords);
        stops = new Stops(writer, time);
        channel.open(settings.bufferRecords);
    }

    public List<Standing> standings() {
        return lanes.values().stream().map(Lane::standing).toList();
    }

    public boolean isStopped(int partition) {
        var lane = lanes.get(partition);
        return lane != null && lane.standing().stopped() != null;
    }

    /**
     * Reads and stores what no record that came would let it find, unless records of the partition wait here: then
     * their turn comes. It may well be somebody else's partition; the lock of its row decides who writes.
     *
     * @param next its {@code next_offset}
     * @param end where the log ends
     */
    public void catchUp(int partition, long next, long end) {
        var lane = lanes.computeIfAbsent(partition, this::lane);
        if (lane.standing().waiting() > 0) return;
        var written = writer.catchUp(partition, next, end);
        announce(partition, written);
        lane.settle(written);
    }

    public void take(Arrived arrived) {
        lanes.computeIfAbsent(arrived.partition(), this::lane).add(arrived);
    }

    private Lane lane(int partition) {
        return new Lane(
                partition,
                settings.batchRecords,
                settings.batchTime(),
                this::write,
                channel::done,
                new Backoff(new SplittableRandom()),
                bounded,
                workers::after);
    }

    private Written write(List<ConsumerRecord<String, String>> records) {
        var written = stops.write(records);
        announce(records.getFirst().partition(), written);
        return written;
    }

    private void announce(int partition, Written written) {
        if (written instanceof Written.Done(var next)) announcements.stored(partition, next);
    }
}
