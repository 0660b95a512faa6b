package parley.web.intake;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.web.node.LogClock;

/**
 * Between all who send and the one emitter, which takes one send at a time and blocks while the broker is away:
 * a bounded queue and one thread.
 */
@ApplicationScoped
public class Pump {

    private static final System.Logger LOG = System.getLogger(Pump.class.getName());
    /** What waited longer here would come into the log too late to count. */
    private static final Duration STALE = Duration.ofSeconds(20);
    private static final int MOST_IN_FLIGHT = 5_000;

    private record Outgoing(ProducerRecord<String, String> record, Instant admitted, Consumer<Refused> onFailure) {}

    @Inject
    @Channel("messages-out")
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogClock clock;

    @Inject
    Limits limits;

    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT);
    private BlockingQueue<Outgoing> queue;
    private volatile boolean closing;

    @PostConstruct
    void open() {
        queue = new ArrayBlockingQueue<>(limits.pump());
    }

    /**
     * @param onFailure told where the log did not take it, or not in time; never told where it did
     * @throws Refused {@code unavailable} where too much waits
     */
    public void offer(ProducerRecord<String, String> record, Instant admitted, Consumer<Refused> onFailure) {
        if (!queue.offer(new Outgoing(record, admitted, onFailure))) {
            throw new Refused(Refusal.UNAVAILABLE, "Too much waits for the log; try again in a moment.");
        }
    }

    /** Runs until the node stops. */
    public void run() {
        try {
            while (!closing) {
                var next = queue.poll(1, TimeUnit.SECONDS);
                if (next != null) send(next);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Outgoing next) throws InterruptedException {
        if (clock.instant().isAfter(next.admitted.plus(STALE))) {
            next.onFailure.accept(unavailable(null));
            return;
        }
        inFlight.acquire();
        try {
            emitter.send(next.record).whenComplete((done, failed) -> {
                inFlight.release();
                if (failed == null) return;
                LOG.log(System.Logger.Level.WARNING, "The log did not take a record; its sender may repeat it.", failed);
                next.onFailure.accept(unavailable(failed));
            });
        } catch (RuntimeException ended) {
            inFlight.release();
            LOG.log(System.Logger.Level.ERROR, "The channel to the log has ended; this node accepts nothing more.", ended);
            next.onFailure.accept(unavailable(ended));
        }
    }

    private static Refused unavailable(Throwable cause) {
        return Refused.unavailable("The log cannot be reached; the same send can be repeated.", cause);
    }

    public int waiting() {
        return queue.size();
    }

    public boolean isAlive() {
        return !emitter.isCancelled();
    }

    @PreDestroy
    void close() {
        closing = true;
    }
}
