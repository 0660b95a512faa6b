package parley.web.tail;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import parley.domain.log.control.UnreadableRecord;
import parley.domain.refusal.Refused;
import parley.log.record.LogRecords;
import parley.log.topic.LogIdentity;
import parley.log.topic.Topics;
import parley.web.feed.StoredFeed;
import parley.web.node.AssignedReader;
import parley.web.node.ChatLog;
import parley.web.node.LogClock;
import parley.web.node.NodeSettings;

/** Reads {@code chat_messages} into the tail, from far enough back that the index is whole, and on for ever. */
@ApplicationScoped
public class TailReader {

    private static final System.Logger LOG = System.getLogger(TailReader.class.getName());
    private static final Duration RECENT = Duration.ofSeconds(15);

    @Inject
    ChatLog log;

    @Inject
    LogClock clock;

    @Inject
    NodeSettings settings;

    @Inject
    StoredFeed stored;

    @Inject
    Tail tail;

    @Inject
    LogEnds ends;

    @Inject
    Readout readout;

    private volatile AssignedReader reader;
    private volatile Instant indexStart;
    private volatile boolean failed;

    /** Reads until the node stops. */
    public void run(LogIdentity identity) {
        var mine = new AssignedReader(log.reader("parley-tail"));
        reader = mine;
        var partitions = IntStream.range(0, identity.partitions())
                .mapToObj(p -> new TopicPartition(Topics.MESSAGES, p))
                .toList();
        var now = clock.instant();
        var start = start(mine, partitions, identity, now);
        tail.begin(partitions.stream().mapToLong(start::get).toArray());
        indexStart = now.minus(Duration.ofMinutes(settings.indexMinutes()));
        mine.assign(start);
        look();
        try {
            mine.run(records -> take(mine, partitions, identity, records));
        } catch (RuntimeException | Error ended) {
            failed = true;
            throw ended;
        }
    }

    private Map<TopicPartition, Long> start(
            AssignedReader mine, List<TopicPartition> partitions, LogIdentity identity, Instant now) {
        long since = now.minus(Duration.ofMinutes(settings.indexMinutes()))
                .minus(Tail.IN_FLIGHT)
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
            AssignedReader mine,
            List<TopicPartition> partitions,
            LogIdentity identity,
            Iterable<ConsumerRecord<String, String>> records) {
        tail.writing(() -> {
            records.forEach(this::take);
            partitions.forEach(p -> tail.progress().moveTo(p.partition(), mine.position(p)));
            tail.forget(clock.instant(), identity.epoch());
        });
        tail.moved();
    }

    private void take(ConsumerRecord<String, String> record) {
        try {
            readout.take(LogRecords.read(record));
        } catch (UnreadableRecord unreadable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Record %d@%d of the log cannot be read (%s); nobody sees it and the persister parks it."
                            .formatted(record.partition(), record.offset(), unreadable.getMessage()));
        }
    }

    /** Asks where the log ends, so that {@link #isRecent} can be known; every second. */
    public void look() {
        var progress = tail.progress();
        if (progress == null) return;
        ends.now().thenAccept(now -> {
            for (int p = 0; p < progress.partitions(); p++) progress.ends(p, now.byPartition()[p], now.askedNanos());
        });
    }

    /** Whether the tail was at the end of that partition within the last 15 s: nothing is admitted otherwise. */
    public boolean isRecent(int partition) {
        var progress = tail.progress();
        return progress != null && !failed && progress.wasAtEndWithin(partition, RECENT);
    }

    public boolean isRecent() {
        var progress = tail.progress();
        return progress != null && IntStream.range(0, progress.partitions()).allMatch(this::isRecent);
    }

    /** @throws Refused {@code unavailable} where the broker is not reached: what is said to it now might come too late */
    public void requireRecent() {
        if (!isRecent()) throw Refused.unavailable("The log cannot be reached.", null);
    }

    /** Whether its thread still reads, or has not begun. */
    public boolean isAlive() {
        return !failed;
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
        if (reader != null) reader.close();
    }
}
