package parley.bench.limit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.bench.result.Figure;
import parley.bench.result.Results;
import parley.bench.run.Form;
import parley.bench.run.Measurement;
import parley.bench.world.BenchCluster;

/**
 * The log by itself: what a plain producer writes with so many records in flight, acknowledged ("raw log") or read back
 * by a plain consumer, as a chat node does before it says {@code ok} ("raw log and back"); how long that takes at a fixed
 * rate; and what a consumer reads.
 */
public final class RawLog implements Measurement {

    private static final List<Integer> RATES = List.of(200, 1_000, 5_000);
    private static final Duration POLL = Duration.ofMillis(100);

    @Override
    public String name() {
        return "raw-log";
    }

    /** The limit of a closed loop with so many sends in flight, all senders together. */
    public static String andBack(int inFlight) {
        return "raw log and back, %,d in flight".formatted(inFlight);
    }

    /** The limit of an open loop's latencies at this rate. */
    public static String atRate(int rate) {
        return "raw log and back, %,d/s".formatted(rate);
    }

    private static int[] inFlight(Form form) {
        return form == Form.SHORT ? new int[] {100, 1_000} : new int[] {20, 50, 100, 200, 400, 500, 1_000, 4_000};
    }

    @Override
    public void measure(BenchCluster world, Form form, Results results) throws Exception {
        try (var topic = RawTopic.made(world.broker().address())) {
            for (int n : inFlight(form)) {
                written(topic, n, form, results);
                writtenAndRead(topic, n, form, results);
            }
            for (int rate : RATES) results.latency(atRate(rate), Paced.of(topic, rate, form));
            read(topic, results);
        }
    }

    private static void written(RawTopic topic, int inFlight, Form form, Results results) throws Exception {
        var meter = new Meter(form);
        try (var producer = topic.clients().producer();
                var writers = new Writers(inFlight, false, producer, meter)) {
            meter.report("raw log, %,d in flight".formatted(inFlight), "records/s", results);
        }
    }

    private static void writtenAndRead(RawTopic topic, int inFlight, Form form, Results results) throws Exception {
        var meter = new Meter(form);
        var ended = new AtomicBoolean();
        try (var consumer = topic.clients().consumer(RawTopic.NAME);
                var producer = topic.clients().producer();
                var writers = new Writers(inFlight, true, producer, meter)) {
            var reader = Thread.ofPlatform().daemon().name("reader").start(() -> {
                while (!ended.get()) {
                    int count = consumer.poll(POLL).count();
                    meter.add(count);
                    writers.there(count);
                }
            });
            meter.report(andBack(inFlight), "records/s", results);
            ended.set(true);
            reader.join();
        }
    }

    /** Everything that was written above, from the beginning. */
    private static void read(RawTopic topic, Results results) {
        try (var consumer = topic.clients().consumer(RawTopic.NAME)) {
            long all =
                    consumer.assignment().stream().mapToLong(consumer::position).sum();
            consumer.seekToBeginning(consumer.assignment());
            long began = System.nanoTime();
            long count = 0;
            while (count < all) count += consumer.poll(POLL).count();
            results.add(new Figure("raw log, read", count * 1e9 / (System.nanoTime() - began), "records/s"));
        }
    }
}
