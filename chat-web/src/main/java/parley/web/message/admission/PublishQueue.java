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
import parley.log.supervision.LogThrottle;

/** Records to publish, in order. Both the queue and the number of unconfirmed records are bounded. */
final class PublishQueue {

    private static final System.Logger LOG = System.getLogger(PublishQueue.class.getName());
    /** A record that waits longer would be appended too late to be valid. */
    private static final Duration STALE = Duration.ofSeconds(20);

    private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(10);

    private record Outgoing(ProducerRecord<String, String> record, Instant admitted, Consumer<Refused> onFailure) {}

    /** Sends one record; the stage completes when it is in the log. */
    interface Sending {
        CompletionStage<Void> send(ProducerRecord<String, String> record);
    }

    private final BlockingQueue<Outgoing> queue;
    private final Semaphore unconfirmed;
    private final Sending sending;
    private final InstantSource clock;
    private final LogThrottle warnings = new LogThrottle(BETWEEN_WARNINGS, System::nanoTime);
    private volatile boolean closing;

    PublishQueue(int most, int mostUnconfirmed, Sending sending, InstantSource clock) {
        this.queue = new ArrayBlockingQueue<>(most);
        this.unconfirmed = new Semaphore(mostUnconfirmed);
        this.sending = sending;
        this.clock = clock;
    }

    /**
     * @param onFailure called if the record is not in the log in time; never called if it is
     * @throws Refused {@code unavailable} if the queue is full
     */
    void offer(ProducerRecord<String, String> record, Instant admitted, Consumer<Refused> onFailure) {
        if (!queue.offer(new Outgoing(record, admitted, onFailure))) {
            throw new Refused(Refusal.UNAVAILABLE, "Too many records wait for the log; try again soon.");
        }
    }

    /** Runs until the queue is closed; a failure of one record does not end it. */
    void run() throws InterruptedException {
        while (!closing) publishNext();
    }

    /** Waits at most a second for a record. */
    void publishNext() throws InterruptedException {
        var next = queue.poll(1, TimeUnit.SECONDS);
        if (next != null) publish(next);
    }

    private void publish(Outgoing next) throws InterruptedException {
        try {
            var left = Duration.between(clock.instant(), next.admitted.plus(STALE));
            // While the log confirms nothing, waiting records are refused one by one as they become stale.
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
        warnings.count()
                .ifPresent(count -> LOG.log(
                        System.Logger.Level.WARNING,
                        count + " records were not taken by the log; their senders may repeat them.",
                        cause));
        try {
            next.onFailure.accept(
                    Refused.unavailable("The log cannot be reached; the same send can be repeated.", cause));
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.ERROR, "A sender could not be told that its record is not in the log.", bug);
        }
    }

    int waiting() {
        return queue.size();
    }

    void close() {
        closing = true;
    }
}
