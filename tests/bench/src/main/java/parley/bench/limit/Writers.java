package parley.bench.limit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import parley.bench.log.MessageRecords;

/** So many senders, each of whom waits until its record is there before it sends the next; as one thread with permits. */
final class Writers implements AutoCloseable {

    /** As many as the product's pairs have in the largest closed loop, so that the keys meet all partitions. */
    private static final int CONVERSATIONS = 200;

    private final Semaphore free;
    private final boolean untilReadBack;
    private final MessageRecords records = new MessageRecords(RawTopic.NAME);
    private final AtomicReference<Exception> failed = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean ended;

    /** @param untilReadBack a record is there when {@link #there} says so, else when the broker has acknowledged it */
    Writers(int inFlight, boolean untilReadBack, KafkaProducer<String, String> producer, Meter meter) {
        this.free = new Semaphore(inFlight);
        this.untilReadBack = untilReadBack;
        thread = Thread.ofPlatform().daemon().name("writers").start(() -> write(producer, meter));
    }

    private void write(KafkaProducer<String, String> producer, Meter meter) {
        for (long i = 0; !ended; i++) {
            free.acquireUninterruptibly();
            producer.send(records.next(1 + i % CONVERSATIONS, 1 + i % (2 * CONVERSATIONS)), (place, refused) -> {
                if (refused != null) failed.compareAndSet(null, refused);
                if (untilReadBack) return;
                meter.add(1);
                free.release();
            });
        }
    }

    void there(int count) {
        free.release(count);
    }

    /** @throws IllegalStateException where the broker did not take everything: then nothing was measured */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        free.release(1_000_000);
        thread.join();
        if (failed.get() != null) throw new IllegalStateException("the log did not take a record", failed.get());
    }
}
