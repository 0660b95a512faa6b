package parley.web.log.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import parley.domain.identity.ConversationId;
import parley.domain.identity.Position;
import parley.domain.message.entity.AppendResult;
import parley.domain.message.entity.LoggedEvent;
import parley.domain.message.entity.MessageView;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.rule.ChangeTarget;
import parley.log.rule.EntryKey;
import parley.web.log.topic.StoredOffsets;

/**
 * The recent log in memory: one writer, the tail's thread; many readers. While a reader holds {@link #reading},
 * nothing new is delivered to anyone. Callers that have a record know its partition and pass it; the others have the
 * conversation hashed once by {@link #partition}.
 */
public class LogTail {

    /** Two delivery timeouts: a repeat in flight on two nodes is recognised by whoever reads the second. */
    static final Duration IN_FLIGHT = Duration.ofSeconds(60);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object moved = new Object();
    private volatile TailProgress progress;
    /** Set last: whoever sees these sees the indexes and the progress, too. */
    private volatile PartitionTail[] partitions = {};

    private volatile CidIndex[] indexes = {};

    private final NodeSettings settings;
    private final StoredOffsets stored;

    public LogTail(NodeSettings settings, StoredOffsets stored) {
        this.settings = settings;
        this.stored = stored;
    }

    void begin(long[] from) {
        lock.writeLock().lock();
        try {
            indexes = LongStream.of(from).mapToObj(CidIndex::new).toArray(CidIndex[]::new);
            progress = new TailProgress(from);
            partitions = LongStream.of(from).mapToObj(PartitionTail::new).toArray(PartitionTail[]::new);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void writing(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Nothing is delivered while {@code work} runs: it must be short and in memory. */
    public <T> T reading(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Null before the tail has begun. */
    TailProgress progress() {
        return progress;
    }

    /** @throws Refused {@code unavailable} before the tail has begun */
    public int partition(ConversationId conversation) {
        if (partitions.length == 0) throw new Refused(Refusal.UNAVAILABLE, "This node does not read the log yet.");
        return LogRecords.partition(conversation, partitions.length);
    }

    /** The position of the first record with this key, as far as the index goes back, or null. */
    public AppendResult find(EntryKey key) {
        return find(partition(key.conversation()), key);
    }

    public AppendResult find(int partition, EntryKey key) {
        return indexes[partition].find(key);
    }

    /** The first record with this key, if it is in the index and precedes {@code record}; else null. */
    public AppendResult firstBefore(Appended record, EntryKey key) {
        return indexes[record.partition()].firstBefore(record.pos(), key);
    }

    /** Whether the index has a revoke of that message that precedes {@code record}. */
    public boolean isRevokedBefore(Appended record, ChangeTarget target) {
        return indexes[record.partition()].isRevokedBefore(record.pos(), target);
    }

    /** Whether a revoke of that message was read recently. */
    public boolean isRevoked(int partition, ConversationId conversation, Position pos) {
        return indexes[partition].isRevoked(conversation, pos);
    }

    public long indexCoveredFrom(int partition) {
        return indexes[partition].coveredFrom();
    }

    public long indexSize() {
        long size = 0;
        for (var index : indexes) size += index.size();
        return size;
    }

    /** Records that are held with their bodies. */
    public long records() {
        return reading(
                () -> Stream.of(partitions).mapToLong(PartitionTail::size).sum());
    }

    /** What they take, about. */
    public long bytes() {
        return reading(
                () -> Stream.of(partitions).mapToLong(PartitionTail::bytes).sum());
    }

    /** Only within {@link LogRecordHandler#take}. */
    public void index(EntryKey key, Appended record) {
        indexes[record.partition()].add(key, record);
    }

    /**
     * The position of a conversation's last item, or null if this node holds none of it. Only within
     * {@link LogRecordHandler#take}.
     */
    public Position last(int partition, ConversationId conversation) {
        return partitions[partition].last(conversation);
    }

    /** No place of the conversation is greater; where nothing of it is held here, the partition's own end. */
    public Position newest(ConversationId conversation, int epoch) {
        return reading(() -> {
            int p = partition(conversation);
            var last = partitions[p].last(conversation);
            return last != null ? last : Position.at(epoch, Math.max(0, progress.position(p) - 1));
        });
    }

    /** Only within {@link LogRecordHandler#take}. */
    public void add(int partition, TailItem item) {
        partitions[partition].add(item);
    }

    /** What this node holds of a conversation: all of the log from an offset on. */
    public Snapshot snapshot(int partition, ConversationId conversation) {
        return reading(() -> new Snapshot(
                partitions[partition].coveredFrom(),
                progress.position(partition),
                partitions[partition].all(conversation)));
    }

    /**
     * One message with its changes folded in; empty if it is not held here. All its changes are held with it, because
     * they come after it in the log.
     */
    public Optional<MessageView> message(int partition, ConversationId conversation, Position pos) {
        return reading(() -> partitions[partition].message(conversation, pos));
    }

    /** The changes of these messages that are held here: all of the log from {@code coveredFrom} on. */
    public Changes changes(int partition, ConversationId conversation, Collection<Position> targets) {
        return reading(() ->
                new Changes(partitions[partition].coveredFrom(), partitions[partition].changes(conversation, targets)));
    }

    /** Call within {@link #reading}. Whether everything of the conversation after {@code pos} is held here. */
    public boolean covers(ConversationId conversation, Position pos, int epoch) {
        return pos.value() + 1
                >= Position.at(epoch, coveredFrom(partition(conversation))).value();
    }

    /** Call within {@link #reading}. What is held after {@code pos}, oldest first. */
    public List<TailItem> after(ConversationId conversation, Position pos) {
        return partitions[partition(conversation)].after(conversation, pos);
    }

    /** Call within {@link #reading}. How much is held after {@code pos}. */
    public int countAfter(ConversationId conversation, Position pos) {
        return partitions[partition(conversation)].countAfter(conversation, pos);
    }

    /** Call within {@link #reading}. When the newest of what is held was said, or null where nothing is. */
    public Instant lastAt(ConversationId conversation) {
        return partitions[partition(conversation)].lastAt(conversation);
    }

    /** Call within {@link #reading}. Everything of the partition from this offset on is held here. */
    public long coveredFrom(int partition) {
        return partitions[partition].coveredFrom();
    }

    /** Lets go of what is old and stored; of what is not stored only where memory would run out. */
    void forget(Instant now, int epoch) {
        var window = now.minus(Duration.ofMinutes(settings.indexMinutes())).minus(IN_FLIGHT);
        int mostRecords = Math.max(1, settings.tailRecords() / partitions.length);
        long mostBytes = settings.tailBytes() / partitions.length;
        long limit = settings.tailMostBytes() / partitions.length;
        int mostEntries = settings.indexMost() / 2 / partitions.length;
        for (int p = 0; p < partitions.length; p++) {
            long storedBelow = stored.nextOffset(p, epoch);
            indexes[p].forget(window, storedBelow, mostEntries);
            var tail = partitions[p];
            while (!tail.isEmpty()
                    && ((tail.oldestOffset() < storedBelow && (tail.size() > mostRecords || tail.bytes() > mostBytes))
                            || tail.bytes() > limit)) {
                tail.forgetOldest();
            }
        }
    }

    /** When the oldest of what is shown and not yet stored was said, or null where everything is stored. */
    public Instant oldestUnstored(int epoch) {
        return reading(() -> {
            Instant oldest = null;
            for (int p = 0; p < partitions.length; p++) {
                var ts = partitions[p].oldestFrom(stored.nextOffset(p, epoch));
                if (ts != null && (oldest == null || ts.isBefore(oldest))) oldest = ts;
            }
            return oldest;
        });
    }

    void moved() {
        synchronized (moved) {
            moved.notifyAll();
        }
    }

    /** Waits until the tail has read all below {@code end}; false where that takes longer than {@code patience}. */
    public boolean await(int partition, long end, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (moved) {
            while (progress.position(partition) < end) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) return false;
                moved.wait(left);
            }
        }
        return true;
    }

    /** @param oldestFirst those of one message in the log's order */
    public record Changes(long coveredFrom, List<LoggedEvent> oldestFirst) {}

    /** @param coveredFrom all of the log from this offset up to {@code position} is in {@code items}, if it is shown */
    public record Snapshot(long coveredFrom, long position, List<TailItem> items) {}
}
