package parley.persister.deadletter.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.log.topic.Topics;

/** Writes records to {@code chat_messages_dlq}. */
@ApplicationScoped
public class DeadLetters {

    private static final System.Logger LOG = System.getLogger(DeadLetters.class.getName());
    /** Above the producer's delivery.timeout.ms, so that the result is known by then. */
    private static final int TIMEOUT_SECONDS = 40;

    @Inject
    @Channel("deadletters-out")
    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 100)
    Emitter<ProducerRecord<String, String>> out;

    /** Returns once the broker has the record; throws if it may not have it. */
    public void put(ConsumerRecord<String, String> record, String reason) {
        var letter = new ProducerRecord<>(
                Topics.DEAD_LETTERS, record.partition(), record.key(), record.value(), record.headers());
        letter.headers()
                .add("reason", reason.getBytes(UTF_8))
                .add("origin-partition", Integer.toString(record.partition()).getBytes(UTF_8))
                .add("origin-offset", Long.toString(record.offset()).getBytes(UTF_8))
                .add("origin-timestamp", Long.toString(record.timestamp()).getBytes(UTF_8));
        try {
            out.send(letter).toCompletableFuture().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the dead-letter topic did not accept a record", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopping", stopping);
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "Record {0}/{1} cannot be stored; it is in the dead-letter topic: {2}",
                record.partition(),
                record.offset(),
                reason);
    }

    public boolean ended() {
        return out.isCancelled();
    }
}
