package parley.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import parley.bench.log.MessageRecords;
import parley.bench.run.Form;
import parley.cluster.server.Eventually;

/** Records at a fixed rate, whatever the log does; each is timed from the moment at which it was due until it is read back. */
final class Paced {

    private static final String DUE = "due";
    private static final int CONVERSATIONS = 50;
    private static final int DIGITS = 3;
    private static final long SECOND = 1_000_000_000L;
    private static final Duration POLL = Duration.ofMillis(100);

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Histogram nanos = new Histogram(DIGITS);
    private final long fromNanos;

    private Paced(Form form) {
        fromNanos = System.nanoTime() + (form == Form.SHORT ? 1 : 5) * SECOND;
    }

    static Histogram of(RawTopic topic, int rate, Form form) throws InterruptedException {
        try (var consumer = topic.clients().consumer(RawTopic.NAME);
                var producer = topic.clients().producer()) {
            var paced = new Paced(form);
            var reader = Thread.ofPlatform().daemon().name("reader").start(() -> paced.read(consumer));
            var writer = Thread.ofPlatform().daemon().name("writer").start(() -> paced.write(producer, rate));
            Eventually.pause(Duration.ofSeconds(form == Form.SHORT ? 4 : 35));
            paced.ended.set(true);
            writer.join();
            reader.join();
            return paced.nanos;
        }
    }

    private void write(KafkaProducer<String, String> producer, int rate) {
        var records = new MessageRecords(RawTopic.NAME);
        long began = System.nanoTime();
        for (long i = 0; !ended.get(); i++) {
            long due = began + i * SECOND / rate;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime())
                LockSupport.parkNanos(left);
            var record = records.next(1 + i % CONVERSATIONS, 1 + i % (2 * CONVERSATIONS));
            record.headers().add(DUE, Long.toString(due).getBytes(UTF_8));
            producer.send(record);
        }
    }

    private void read(KafkaConsumer<String, String> consumer) {
        while (!ended.get()) {
            for (var record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                long due = Long.parseLong(
                        new String(record.headers().lastHeader(DUE).value(), UTF_8));
                if (due >= fromNanos) nanos.recordValue(Math.max(0, now - due));
            }
        }
    }
}
