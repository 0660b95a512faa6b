package parley.web.log.source;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.record.TimestampType;
import parley.log.range.RangeLost;

/** An in-memory log with the contract of the broker's. It can be down, and can lose its oldest records. */
public final class InMemoryLog implements MessageLog {

    private final List<List<ConsumerRecord<String, String>>> partitions;
    private final long[] beginnings;
    private final InstantSource clock;
    private boolean down;
    private int endRequests;
    private int reads;

    public InMemoryLog(int partitions, InstantSource clock) {
        this.partitions = IntStream.range(0, partitions)
                .<List<ConsumerRecord<String, String>>>mapToObj(p -> new ArrayList<>())
                .toList();
        this.beginnings = new long[partitions];
        this.clock = clock;
    }

    public synchronized CompletionStage<Void> append(ProducerRecord<String, String> record) {
        if (down) return CompletableFuture.failedFuture(new TimeoutException("the log is down"));
        var partition = partitions.get(record.partition());
        partition.add(new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                partition.size(),
                clock.millis(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                record.key(),
                record.value(),
                record.headers(),
                Optional.empty()));
        notifyAll();
        return CompletableFuture.completedFuture(null);
    }

    /** Waits until the partition has that many records; fails after five seconds. */
    public synchronized void awaitEnd(int partition, long end) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (partitions.get(partition).size() < end) {
            long millis = (deadline - System.nanoTime()) / 1_000_000;
            if (millis <= 0)
                throw new AssertionError(
                        "the log ends at " + partitions.get(partition).size());
            wait(millis);
        }
    }

    public synchronized void down(boolean isDown) {
        down = isDown;
    }

    public synchronized void trim(int partition, long below) {
        beginnings[partition] = below;
    }

    public synchronized int endRequests() {
        return endRequests;
    }

    public synchronized int reads() {
        return reads;
    }

    @Override
    public synchronized CompletableFuture<long[]> ends() {
        endRequests++;
        return down
                ? CompletableFuture.failedFuture(new TimeoutException("the log is down"))
                : CompletableFuture.completedFuture(
                        partitions.stream().mapToLong(List::size).toArray());
    }

    @Override
    public synchronized List<ConsumerRecord<String, String>> read(
            int partition, long from, long to, int limit, Duration patience) {
        reads++;
        var records = partitions.get(partition);
        if (down || to > records.size()) throw new TimeoutException("the log does not have all of it");
        if (from < beginnings[partition]) throw new RangeLost(partition, from, beginnings[partition]);
        return List.copyOf(records.subList((int) from, (int) Math.min(to, from + limit)));
    }
}
