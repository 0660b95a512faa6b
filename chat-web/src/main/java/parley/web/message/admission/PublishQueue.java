package parley.web.message.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.log.supervision.Sometimes;

/** Records on their way to the log, in their order: a bounded queue, and a bounded number that the log has not confirmed. */
final class PublishQueue {

    private static final System.Logger LOG = System.getLogger(PublishQueue.class.getName());
    /** What waited longer here would come into the log too late to count. */
    private static final Duration STALE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(10);

    private record Outgoing(ProducerRecord<String, String> record, Instant admitted, Consumer<Refused> onFailure) {}

    /** Sends one; the stage ends when the log has it. */
    interface Sending {
        CompletionStage<Void> send(ProducerRecord<String, String> record);
    }

    private final BlockingQueue<Outgoing> queue;
    private final Semaphore unconfirmed;
    private final Sending sending;
    private final InstantSource clock;
    private final Sometimes warnings = new Sometimes(BETWEEN_WARNINGS, System::nanoTime);
    private volatile boolean closing;

    PublishQueue(int most, int mostUnconfirmed, Sending sending, InstantSource clock) {
        this.queue = new ArrayBlockingQueue<>(most);
        this.unconfirmed = new Semaphore(mostUnconfirmed);
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * @param onFailure told if the log did not take it, or not in time; never told if it did
     * @throws Refused {@code unavailable} if too much waits
     */
    void offer(ProducerRecord<String, String> record, Instant admitted, Consumer<Refused> onFailure) {
        if (!queue.offer(new Outgoing(record, admitted, onFailure))) {
            throw new Refused(Refusal.UNAVAILABLE, "Too much waits for the log; try again in a moment.");
        }
    }

    /** Returns when it is closed; nothing that is wrong with one record ends it. */
    void run() throws InterruptedException {
        while (!closing) publishNext();
    }

    /** Waits a second at most for one. */
    void publishNext() throws InterruptedException {
        var next = queue.poll(1, TimeUnit.SECONDS);
        if (next != null) publish(next);
    }

    private void publish(Outgoing next) throws InterruptedException {
        try {
            var left = Duration.between(clock.instant(), next.admitted.plus(STALE));
            // While the log confirms nothing, those that wait are refused one by one, as each becomes stale.
            if (left.isNegative() || !unconfirmed.tryAcquire(left.toMillis(), TimeUnit.MILLISECONDS))
                refuse(next, null);
            else send(next);
        } catch (InterruptedException stopping) {
            refuse(next, stopping);
            throw stopping;
        } catch (RuntimeException | Error failed) {
            refuse(next, failed);
        }
    }

    private void send(Outgoing next) {
        CompletionStage<Void> sent;
        try {
            sent = Objects.requireNonNull(sending.send(next.record));
        } catch (RuntimeException | Error failed) {
            unconfirmed.release();
            throw failed;
        }
        sent.whenComplete((done, failed) -> {
            unconfirmed.release();
            if (failed != null) refuse(next, failed);
        });
    }

    private void refuse(Outgoing next, Throwable cause) {
        warnings.happened()
                .ifPresent(count -> LOG.log(
                        System.Logger.Level.WARNING,
                        count + " records were not taken by the log; their senders may repeat them.",
                        cause));
        try {
            next.onFailure.accept(
                    Refused.unavailable("The log cannot be reached; the same send can be repeated.", cause));
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "A sender was not told that the log did not take its record.", bug);
        }
    }

    int waiting() {
        return queue.size();
    }

    void close() {
        closing = true;
    }
}
