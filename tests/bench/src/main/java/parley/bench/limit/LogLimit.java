package parley.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import parley.bench.cost.Compilers;
import parley.bench.data.LogClients;
import parley.bench.data.LogRecords;
import parley.bench.run.Bench;
import parley.cluster.server.Eventually;

/**
 * What a plain producer and a plain consumer do with a topic like {@code chat_messages}: append with N records in flight
 * ("raw log"); append and read back, which a chat node waits for before {@code ok} ("raw log and back"); the latency of
 * that at a fixed rate; and read from the beginning.
 */
public final class LogLimit {

    private static final String TOPIC = "bench_raw";
    private static final int PARTITIONS = 12;
    private static final Map<String, String> TOPIC_SETTINGS = Map.of(
            "message.timestamp.type", "LogAppendTime",
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "unclean.leader.election.enable", "false");
    private static final List<Integer> RATES = List.of(200, 1_000, 5_000);
    private static final Duration POLL = Duration.ofMillis(100);
    /** As many as the largest closed loop has, so that the keys cover all partitions. */
    private static final int CONVERSATIONS = 200;

    private static final int WARM_UP_ROUNDS = 3;
    private static final int WARM_UP_IN_FLIGHT = 100;
    private static final double SECOND = 1e9;
    private static final String DUE = "due";

    private LogLimit() {}

    /** The limit of a closed loop with this number of messages in flight in total. */
    public static String andBack(int inFlight) {
        return "raw log and back, %,d in flight".formatted(inFlight);
    }

    /** The limit of the latencies of an open loop. */
    public static String atRate(int perSecond) {
        return "raw log and back, %,d/s".formatted(perSecond);
    }

    public static void measure(Bench bench) throws Exception {
        var clients = new LogClients(bench.cluster().broker().address());
        try (var admin = Admin.create(clients.settings(Map.of()))) {
            var topic = new NewTopic(TOPIC, PARTITIONS, (short) 1).configs(TOPIC_SETTINGS);
            admin.createTopics(List.of(topic)).all().get();
            try {
                warmUp(bench, clients);
                for (int n : bench.choose(List.of(100, 1_000), List.of(20, 50, 100, 200, 400, 500, 1_000, 4_000))) {
                    append(bench, clients, n, false);
                    append(bench, clients, n, true);
                }
                for (int rate : RATES) bench.results().latency(atRate(rate), appendAtRate(bench, clients, rate));
                read(bench, clients);
            } finally {
                admin.deleteTopics(List.of(TOPIC)).all().get();
            }
        }
    }

    /** The limit of a cold broker would be too low, and the product's share of it too good. */
    private static void warmUp(Bench bench, LogClients clients) throws Exception {
        var jvms =
                List.of(bench.cluster().broker().pid(), ProcessHandle.current().pid());
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            append(clients, WARM_UP_IN_FLIGHT, true, count -> Eventually.pause(bench.seconds(4, 15)));
            Compilers.awaitIdle(jvms);
        }
    }

    private static void append(Bench bench, LogClients clients, int inFlight, boolean readBack) throws Exception {
        var name = readBack ? andBack(inFlight) : "raw log, %,d in flight".formatted(inFlight);
        append(clients, inFlight, readBack, count -> bench.addRate(name, "records/s", count));
    }

    /** @param measure gets the number of records so far, and ends the load by returning */
    private static void append(LogClients clients, int inFlight, boolean readBack, Consumer<LongAdder> measure)
            throws Exception {
        var count = new LongAdder();
        var window = new Semaphore(inFlight);
        var failure = new AtomicReference<Exception>();
        try (var consumer = clients.consumer(TOPIC);
                var producer = clients.producer();
                var tasks = new RepeatedTasks()) {
            tasks.repeat(i -> {
                if (!window.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) return;
                var record = LogRecords.message(TOPIC, 1 + i % CONVERSATIONS, 1 + i % (2 * CONVERSATIONS));
                producer.send(record, (metadata, e) -> {
                    failure.compareAndSet(null, e);
                    if (!readBack) complete(1, count, window);
                });
            });
            if (readBack) tasks.repeat(i -> complete(consumer.poll(POLL).count(), count, window));
            measure.accept(count);
        }
        if (failure.get() != null) throw new IllegalStateException("a record was not appended", failure.get());
    }

    private static void complete(int records, LongAdder count, Semaphore window) {
        count.add(records);
        window.release(records);
    }

    /** @return nanoseconds from when a record was due until it was read back, after a warm-up */
    private static Histogram appendAtRate(Bench bench, LogClients clients, int perSecond) throws Exception {
        var nanos = new Histogram(3);
        try (var consumer = clients.consumer(TOPIC);
                var producer = clients.producer();
                var tasks = new RepeatedTasks()) {
            long start = System.nanoTime();
            long warm = start + bench.seconds(1, 5).toNanos();
            tasks.repeat(i -> {
                long due = start + (long) (i * SECOND / perSecond);
                Eventually.pause(Duration.ofNanos(due - System.nanoTime()));
                var record = LogRecords.message(TOPIC, 1 + i % CONVERSATIONS, 1 + i % (2 * CONVERSATIONS));
                record.headers().add(DUE, Long.toString(due).getBytes(UTF_8));
                producer.send(record);
            });
            tasks.repeat(i -> consumer.poll(POLL).forEach(record -> {
                long now = System.nanoTime();
                long due = Long.parseLong(
                        new String(record.headers().lastHeader(DUE).value(), UTF_8));
                if (due >= warm) nanos.recordValue(Math.max(0, now - due));
            }));
            Eventually.pause(bench.seconds(4, 35));
        }
        return nanos;
    }

    /** Reads everything that was appended above. */
    private static void read(Bench bench, LogClients clients) {
        try (var consumer = clients.consumer(TOPIC)) {
            long records =
                    consumer.assignment().stream().mapToLong(consumer::position).sum();
            consumer.seekToBeginning(consumer.assignment());
            long start = System.nanoTime();
            long count = 0;
            while (count < records) count += consumer.poll(POLL).count();
            bench.results().add("raw log, read", count * SECOND / (System.nanoTime() - start), "records/s");
        }
    }
}
