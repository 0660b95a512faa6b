package parley.web.log.tail;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import parley.domain.refusal.Refused;
import parley.log.record.LogRecords;
import parley.log.topic.Topics;
import parley.web.log.source.InMemoryLog;
import parley.web.log.topic.StoredOffsets;

/** A tail that is filled by the test instead of the reader's thread. */
public final class TestTail {

    /** Set by the test. */
    public static class Status extends TailStatus {

        public boolean recent = true;
        public boolean indexComplete = true;
        public Instant indexStart = Instant.EPOCH;

        @Override
        public boolean isRecent(int partition) {
            return recent;
        }

        @Override
        public void requireRecent() {
            if (!recent) throw Refused.unavailable("The log cannot be reached.", null);
        }

        @Override
        public boolean wasAtEndWithin(int partition, Duration time) {
            return recent;
        }

        @Override
        public boolean isIndexComplete() {
            return indexComplete;
        }

        @Override
        public Instant indexStart() {
            return indexStart;
        }
    }

    public final StoredOffsets stored = new StoredOffsets();
    public final Status status = new Status();
    public final LogTail tail;
    public LogRecordHandler handler;

    private static final int MANY = 10_000;

    private final InMemoryLog log;
    private final int partitions;
    private int keeps = MANY;
    private long mostBytes = Long.MAX_VALUE;

    public TestTail(InMemoryLog log, int partitions, long from) {
        this.log = log;
        this.partitions = partitions;
        tail = new LogTail(settings(), stored);
        var start = new long[partitions];
        Arrays.fill(start, from);
        tail.begin(new TailStart.Offsets(start, start));
    }

    private NodeSettings settings() {
        return new NodeSettings() {
            @Override
            public int indexMinutes() {
                return 5;
            }

            @Override
            public int indexMost() {
                return 1_000;
            }

            @Override
            public int tailRecords() {
                return keeps;
            }

            @Override
            public long tailBytes() {
                return Long.MAX_VALUE;
            }

            @Override
            public long tailMostBytes() {
                return mostBytes;
            }
        };
    }

    /** Reads everything that the log has. */
    public void catchUp() {
        var ends = log.ends().join();
        for (int p = 0; p < partitions; p++) read(p, ends[p]);
    }

    private void read(int partition, long end) {
        long from = tail.progress().position(partition);
        if (from >= end) return;
        var records = log.read(partition, from, end, Integer.MAX_VALUE, Duration.ZERO);
        tail.writeLocked(() -> {
            for (var record : records) handler.take(LogRecords.read(record, partitions));
            tail.progress().moveTo(partition, end);
        });
        tail.signalProgress();
    }

    /** Announces {@code nextOffset} like the persister, and drops stored items except for the last one. */
    public void store(int partition, long nextOffset, Instant now) {
        announceStored(partition, nextOffset);
        keeps = 0;
        tail.writeLocked(() -> tail.forget(now, 0));
        keeps = MANY;
    }

    /** As if memory were short: drops everything, whether it is stored or not. */
    public void forgetAll() {
        mostBytes = 0;
        tail.writeLocked(() -> tail.forget(Instant.EPOCH, 0));
        mostBytes = Long.MAX_VALUE;
    }

    /** As {@link #store}, before the tail drops anything. */
    public void announceStored(int partition, long nextOffset) {
        stored.take(announcement(partition, nextOffset));
    }

    static ConsumerRecord<String, String> announcement(int partition, long nextOffset) {
        return new ConsumerRecord<>(
                Topics.STORED,
                0,
                0,
                Integer.toString(partition),
                "{\"partition\":%d,\"topicId\":\"t\",\"epoch\":0,\"nextOffset\":%d}".formatted(partition, nextOffset));
    }
}
