package parley.web.log.tail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;
import parley.domain.refusal.Refused;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.record.UnreadableRecord;
import parley.log.supervision.Sometimes;
import parley.log.topic.AnotherLog;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.web.log.connection.AssignedPartitionReader;
import parley.web.log.connection.LogConnection;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.topic.StoredOffsets;
import parley.web.platform.clock.LogClock;

/**
 * Reads {@code chat_messages} into the tail, from far enough back that the index is complete, and then continuously.
 */
@ApplicationScoped
public class TailReader {

    private static final System.Logger LOG = System.getLogger(TailReader.class.getName());
    private static final Duration RECENT = Duration.ofSeconds(15);

    @Inject
    LogConnection log;

    @Inject
    LogClock clock;

    @Inject
    NodeSettings settings;

    @Inject
    StoredOffsets stored;

    @Inject
    LogTail tail;

    @Inject
    EndOffsets ends;

    @Inject
    LogRecordHandler readout;

    @Inject
    LogIdentityCheck guard;

    private final TruncationDetector endWatch = new TruncationDetector();
    private final Sometimes unreadable = new Sometimes(Duration.ofMinutes(1), System::nanoTime);
    private final Sometimes notTaken = new Sometimes(Duration.ofMinutes(1), System::nanoTime);
    private volatile AssignedPartitionReader reader;
    private volatile boolean closed;
    private volatile Instant indexStart;
    private volatile String lost;
    /** What is to be read next of each partition; null before the tail has begun. */
    private long[] places;

    /** Reads until the node stops; called again after a failure, it goes on where it was, so that the tail has no hole. */
    public void run(LogIdentity identity) {
        var mine = new AssignedPartitionReader(log.reader("parley-tail"));
        reader = mine;
        if (closed) mine.close();
        try {
            var partitions = IntStream.range(0, identity.partitions())
                    .mapToObj(p -> new TopicPartition(Topics.MESSAGES, p))
                    .toList();
            if (places == null) begin(mine, partitions, identity);
            var from = new HashMap<TopicPartition, Long>();
            partitions.forEach(p -> from.put(p, places[p.partition()]));
            mine.assign(from);
            look();
            mine.run(records -> take(mine, partitions, identity, records));
        } catch (InvalidOffsetException gone) {
            guard.look();
            lost = "the log does not have what this node has to read next";
            throw gone;
        } finally {
            mine.discard();
        }
    }

    private void begin(AssignedPartitionReader mine, List<TopicPartition> partitions, LogIdentity identity) {
        var now = clock.instant();
        var start = start(mine, partitions, identity, now);
        var from = partitions.stream().mapToLong(start::get).toArray();
        indexStart = now.minus(Duration.ofMinutes(settings.indexMinutes()));
        tail.begin(from);
        places = from.clone();
    }

    private Map<TopicPartition, Long> start(
            AssignedPartitionReader mine, List<TopicPartition> partitions, LogIdentity identity, Instant now) {
        long since = now.minus(Duration.ofMinutes(settings.indexMinutes()))
                .minus(LogTail.IN_FLIGHT)
                .toEpochMilli();
        var times = new HashMap<TopicPartition, Long>();
        partitions.forEach(p -> times.put(p, since));
        var byTime = mine.offsetsForTimes(times);
        var begins = mine.beginnings(partitions);
        var end = mine.ends(partitions);
        var start = new HashMap<TopicPartition, Long>();
        for (var p : partitions) {
            long recent = byTime.get(p) == null ? end.get(p) : byTime.get(p).offset();
            long notStored = stored.nextOffset(p.partition(), identity.epoch());
            long some = end.get(p) - settings.tailAtStart();
            start.put(p, Math.max(begins.get(p), Math.min(Math.min(recent, notStored), some)));
        }
        return start;
    }

    private void take(
            AssignedPartitionReader mine,
            List<TopicPartition> partitions,
            LogIdentity identity,
            Iterable<ConsumerRecord<String, String>> records) {
        // Parsed before the lock is taken: everyone who reads a page waits for it.
        var read = new ArrayList<Appended>();
        for (var record : records) read(record, identity).ifPresent(read::add);
        tail.writing(() -> {
            if (guard.isAnother()) throw new AnotherLog(guard.fault(), null);
            for (var record : read) {
                take(record);
                places[record.partition()] = record.offset() + 1;
            }
            for (var p : partitions) {
                places[p.partition()] = mine.position(p);
                tail.progress().moveTo(p.partition(), mine.position(p));
            }
            tail.forget(clock.instant(), identity.epoch());
        });
        tail.moved();
    }

    /** Empty if it cannot be read; the persister parks such a record. */
    private Optional<Appended> read(ConsumerRecord<String, String> record, LogIdentity identity) {
        try {
            return Optional.of(LogRecords.read(record, identity.partitions()));
        } catch (UnreadableRecord wrong) {
            unreadable
                    .happened()
                    .ifPresent(count -> LOG.log(
                            System.Logger.Level.WARNING,
                            "%d records of the log cannot be read, most recently %d@%d (%s); they are not shown, and the persister parks them."
                                    .formatted(count, record.partition(), record.offset(), wrong.getMessage())));
            return Optional.empty();
        }
    }

    private void take(Appended record) {
        try {
            readout.take(record);
        } catch (RuntimeException bug) {
            // One record must not end the reading of all that follow; pages show it once the database has it.
            notTaken.happened()
                    .ifPresent(count -> LOG.log(
                            System.Logger.Level.ERROR,
                            "%d records of the log were not delivered here, most recently %d@%d."
                                    .formatted(count, record.partition(), record.offset()),
                            bug));
        }
    }

    /** Asks where the log ends, so that {@link #isRecent} can be known; every second. */
    public void look() {
        var progress = tail.progress();
        if (progress == null) return;
        var read = IntStream.range(0, progress.partitions())
                .mapToLong(progress::position)
                .toArray();
        ends.now().thenAccept(now -> {
            for (int p = 0; p < progress.partitions(); p++) progress.ends(p, now.byPartition()[p], now.askedNanos());
            endWatch.shorter(read, now.byPartition()).ifPresent(p -> guard.shrank(p, now.byPartition()[p], read[p]));
        });
    }

    /** Whether the tail was at the end of that partition within the last 15 s: nothing is admitted otherwise. */
    public boolean isRecent(int partition) {
        return wasAtEndWithin(partition, RECENT);
    }

    /** Whether every record that was in the partition {@code time} ago has been read. */
    public boolean wasAtEndWithin(int partition, Duration time) {
        var progress = tail.progress();
        return progress != null && lost == null && progress.wasAtEndWithin(partition, time);
    }

    public boolean isRecent() {
        var progress = tail.progress();
        return progress != null && IntStream.range(0, progress.partitions()).allMatch(this::isRecent);
    }

    /** @throws Refused {@code unavailable} where the broker is not reached: what is said to it now might come too late */
    public void requireRecent() {
        guard.require();
        if (!isRecent()) throw Refused.unavailable("The log cannot be reached.", null);
    }

    /** False where only a restart of the node helps, since it then reads from where the log begins. */
    public boolean isAlive() {
        return lost == null || guard.fault() != null;
    }

    /** Whether everything that the index must know has been read. */
    public boolean isIndexWhole() {
        var progress = tail.progress();
        return progress != null && progress.everAtEnd();
    }

    /** The index alone decides about what was sent after this. */
    public Instant indexStart() {
        var sliding = clock.instant().minus(Duration.ofMinutes(settings.indexMinutes()));
        return sliding.isAfter(indexStart) ? sliding : indexStart;
    }

    @PreDestroy
    void close() {
        closed = true;
        if (reader != null) reader.close();
    }
}
