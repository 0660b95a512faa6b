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
import parley.domain.message.entity.PageRange;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.record.Appended;
import parley.log.record.LogRecords;
import parley.log.rule.EntryKey;
import parley.log.rule.KnownEntries;
import parley.web.log.topic.StoredOffsets;

/**
 * The recent log in memory. It has one writer, the tail's thread, and many readers. While a reader holds
 * {@link #readLocked}, nothing new is delivered to anyone. Callers that have a record pass its partition; the others compute it
 * once with {@link #partition}.
 */
public class LogTail {

    /**
     * Two delivery timeouts. A repeat that was in flight together with the first record is also written to the log, at
     * most this much later. Every reader of the log recognizes it there.
     */
    static final Duration IN_FLIGHT = Duration.ofSeconds(60);

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Object moved = new Object();
    private volatile TailProgress progress;
    /** Set last: a thread that sees these also sees the indexes and the progress. */
    private volatile PartitionTail[] partitions = {};

    private volatile CidIndex[] indexes = {};

    private final NodeSettings settings;
    private final StoredOffsets stored;

    public LogTail(NodeSettings settings, StoredOffsets stored) {
        this.settings = settings;
        this.stored = stored;
    }

    void begin(TailStart.Offsets from) {
        lock.writeLock().lock();
        try {
            indexes = LongStream.of(from.index()).mapToObj(CidIndex::new).toArray(CidIndex[]::new);
            progress = new TailProgress(from.index());
            partitions = LongStream.of(from.tail()).mapToObj(PartitionTail::new).toArray(PartitionTail[]::new);
        } finally {
            lock.writeLock().unlock();
        }
    }

    void writeLocked(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Nothing is delivered while {@code work} runs, so it must be short and must not block. */
    public <T> T readLocked(Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    public boolean hasBegun() {
        return partitions.length > 0;
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

    /** The position of the first record with this key, or null if it is not in the index. */
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

    /** What the index knows of the records of a partition. */
    public KnownEntries known(int partition) {
        return indexes[partition];
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

    /** The number of records that are held with their bodies. */
    public long records() {
        return readLocked(
                () -> Stream.of(partitions).mapToLong(PartitionTail::size).sum());
    }

    /** Their approximate size in memory. */
    public long bytes() {
        return readLocked(
                () -> Stream.of(partitions).mapToLong(PartitionTail::bytes).sum());
    }

    /** Call only within {@link LogRecordHandler#take}. */
    public void index(EntryKey key, Appended record) {
        indexes[record.partition()].add(key, record);
    }

    /**
     * The position of a conversation's last item, or null if the tail holds none. Call only within
     * {@link LogRecordHandler#take}.
     */
    public Position last(int partition, ConversationId conversation) {
        return partitions[partition].last(conversation);
    }

    /**
     * An upper bound of the conversation's positions: its last item, or the end of the partition if the tail holds
     * none.
     */
    public Position newest(ConversationId conversation, int epoch) {
        return readLocked(() -> {
            int p = partition(conversation);
            var last = partitions[p].last(conversation);
            return last != null ? last : Position.at(epoch, Math.max(0, progress.position(p) - 1));
        });
    }

    /** Ignores an item before the start of the tail. Call only within {@link LogRecordHandler#take}. */
    public void add(int partition, TailItem item) {
        partitions[partition].add(item);
    }

    /** What the tail holds of a conversation: all of the log from an offset on. */
    public Snapshot snapshot(int partition, ConversationId conversation) {
        return readLocked(() -> new Snapshot(
                partitions[partition].coveredFrom(),
                progress.position(partition),
                partitions[partition].all(conversation)));
    }

    /** What a page of the range needs of what the tail holds: its items are part of those of {@link #snapshot}. */
    public Snapshot page(int partition, ConversationId conversation, PageRange range) {
        return readLocked(() -> new Snapshot(
                partitions[partition].coveredFrom(),
                progress.position(partition),
                partitions[partition].page(conversation, range)));
    }

    /**
     * One message with its changes folded in; empty if the tail does not hold it. All its changes are held with it,
     * because they are later in the log.
     */
    public Optional<MessageView> message(int partition, ConversationId conversation, Position pos) {
        return readLocked(() -> partitions[partition].message(conversation, pos));
    }

    /** The changes of these messages that the tail holds: all of the log from {@code coveredFrom} on. */
    public Changes changes(int partition, ConversationId conversation, Collection<Position> targets) {
        return readLocked(() ->
                new Changes(partitions[partition].coveredFrom(), partitions[partition].changes(conversation, targets)));
    }

    /** Whether the tail holds everything of the conversation after {@code pos}. Call within {@link #readLocked}. */
    public boolean covers(ConversationId conversation, Position pos, int epoch) {
        return pos.value() + 1
                >= Position.at(epoch, coveredFrom(partition(conversation))).value();
    }

    /** The items after {@code pos}, oldest first. Call within {@link #readLocked}. */
    public List<TailItem> after(ConversationId conversation, Position pos) {
        return partitions[partition(conversation)].after(conversation, pos);
    }

    /** The number of items after {@code pos}. Call within {@link #readLocked}. */
    public int countAfter(ConversationId conversation, Position pos) {
        return partitions[partition(conversation)].countAfter(conversation, pos);
    }

    /** The append time of the newest item, or null if the tail holds none. Call within {@link #readLocked}. */
    public Instant lastAt(ConversationId conversation) {
        return partitions[partition(conversation)].lastAt(conversation);
    }

    /** The tail holds everything of the partition from this offset on. Call within {@link #readLocked}. */
    public long coveredFrom(int partition) {
        return partitions[partition].coveredFrom();
    }

    /** Drops old items that are stored; items that are not stored only if memory runs out. */
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

    /** The append time of the oldest shown item that is not stored yet, or null if everything is stored. */
    public Instant oldestUnstored(int epoch) {
        return readLocked(() -> {
            Instant oldest = null;
            for (int p = 0; p < partitions.length; p++) {
                var ts = partitions[p].oldestFrom(stored.nextOffset(p, epoch));
                if (ts != null && (oldest == null || ts.isBefore(oldest))) oldest = ts;
            }
            return oldest;
        });
    }

    void signalProgress() {
        synchronized (moved) {
            moved.notifyAll();
        }
    }

    /** Waits until the tail has read everything below {@code end}; false if that takes longer than {@code patience}. */
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

    /** @param oldestFirst the changes of one message are in log order */
    public record Changes(long coveredFrom, List<LoggedEvent> oldestFirst) {}

    /** @param coveredFrom {@code items} has everything shown from this offset up to {@code position} */
    public record Snapshot(long coveredFrom, long position, List<TailItem> items) {}
}
