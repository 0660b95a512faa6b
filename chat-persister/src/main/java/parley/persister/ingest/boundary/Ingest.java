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
import parley.log.supervision.Backoff;
import parley.log.topic.LogConfirmation;
import parley.log.topic.LogIdentity;
import parley.persister.deadletter.boundary.DeadLetters;
import parley.persister.ingest.control.Bounded;
import parley.persister.ingest.control.CatchUps;
import parley.persister.ingest.control.Confirmed;
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
    private CatchUps catchUps;
    private volatile Writer writer;
    private volatile Confirmed confirmed;

    @PostConstruct
    void prepare() {
        bounded = new Bounded(workers, settings.parallelBatches);
        // Not among the batches: those that come now must not wait for a range of millions.
        catchUps = new CatchUps(new Bounded(workers, 1));
    }

    /**
     * Lets records of this log come.
     *
     * @param confirmation whether it is still the same
     */
    public void open(LogIdentity identity, LogConfirmation confirmation) {
        var ranges = new RangeReader(log);
        writer = new Writer(
                store,
                identity,
                (partition, from, to, limit) -> {
                    var range = ranges.read(partition, from, to, limit, READING);
                    confirmed.requireNow();
                    return range;
                },
                deadLetters::put,
                tallies::add,
                settings.batchRecords);
        confirmed = new Confirmed(new Stops(writer, time), confirmation);
        channel.open(settings.bufferRecords);
    }

    /** @param why nothing may be stored for now, or null */
    public void hold(String why) {
        confirmed.hold(why);
    }

    /** Which partitions are read from the log on the side, and how far. */
    public Map<Integer, String> catchingUp() {
        return catchUps.running();
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
     * their turn comes. Returns at once. It may well be somebody else's partition; the lock of its row decides who writes.
     *
     * @param next its {@code next_offset}
     * @param end where the log ends
     */
    public void catchUp(int partition, long next, long end) {
        var lane = lanes.computeIfAbsent(partition, this::lane);
        if (lane.standing().waiting() > 0) return;
        catchUps.begin(partition, next, end, () -> {
            var written = writer.catchUp(partition, next, end);
            announce(partition, written);
            lane.settle(written);
        });
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
        var written = confirmed.write(records);
        announce(records.getFirst().partition(), written);
        return written;
    }

    private void announce(int partition, Written written) {
        if (written instanceof Written.Done(var next)) announcements.stored(partition, next);
    }
}
