package parley.web.message.admission;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.log.trace.RecordSpans;
import parley.web.log.topic.OutgoingChannel;
import parley.web.platform.clock.LogClock;

/**
 * A bounded queue and one thread between all senders and the emitter, which accepts one send at a time and blocks while
 * the broker is down.
 */
@ApplicationScoped
public class LogPublisher implements OutgoingChannel {

    private static final String CHANNEL = "messages-out";

    private static final int MAX_UNCONFIRMED = 5_000;

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogClock clock;

    @Inject
    SendLimits limits;

    @Inject
    RecordSpans spans;

    private PublishQueue queue;

    @PostConstruct
    void open() {
        queue = new PublishQueue(
                limits.queuedRecords(), MAX_UNCONFIRMED, new TracedSending(spans, emitter::send), clock);
    }

    public PublishQueue queue() {
        return queue;
    }

    /** Runs until the node stops. */
    public void run() throws InterruptedException {
        queue.run();
    }

    public int waiting() {
        return queue.waiting();
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public boolean isAlive() {
        return !emitter.isCancelled();
    }

    @PreDestroy
    void close() {
        queue.close();
    }
}
