package parley.web.message.acknowledgement;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.domain.message.entity.AppendResult;
import parley.log.note.AcknowledgedNote;
import parley.log.note.NoteCodec;
import parley.log.record.LogRecords;
import parley.log.topic.Topics;
import parley.web.log.connection.LogConnection;
import parley.web.log.topic.OutgoingChannel;
import parley.web.platform.runtime.ScheduledTask;

/** Records which offsets this node acknowledged, and publishes them to {@code chat_acknowledged}. */
@ApplicationScoped
public class AckPublisher implements OutgoingChannel {

    private static final String CHANNEL = "acknowledged-out";

    private static final System.Logger LOG = System.getLogger(AckPublisher.class.getName());
    private static final int SECONDS_PER_MINUTE = 60;
    /** Longer than the producer's delivery.timeout.ms, so the result is known by then. */
    private static final Duration TIMEOUT = Duration.ofSeconds(40);

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);
    private static final int TURN_SECONDS = 4;

    @Inject
    @Channel(CHANNEL)
    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
    Emitter<ProducerRecord<String, String>> emitter;

    @Inject
    LogConnection log;

    private final Map<Integer, AckBuffer> buffers = new ConcurrentHashMap<>();
    private final ReentrantLock flushing = new ReentrantLock();
    private List<AcknowledgedNote> unsent = List.of();

    /** Called on the tail's thread for each record that is acknowledged as new, so it must be quick. */
    public void note(int partition, AppendResult place) {
        buffers.computeIfAbsent(partition, p -> new AckBuffer())
                .add(
                        place.ts().getEpochSecond() / SECONDS_PER_MINUTE,
                        place.pos().offset());
    }

    @Produces
    ScheduledTask publication() {
        return ScheduledTask.blocking("acknowledgements", Duration.ofSeconds(5), () -> flush(TIMEOUT));
    }

    /** Publishes what was recorded without waiting long, because the node stops. */
    public void flushLast() {
        if (log.isConnected()) flush(SHUTDOWN_TIMEOUT);
    }

    /** Publishes what was recorded; returns when it is in the log, or keeps it for the next call. */
    private void flush(Duration patience) {
        try {
            if (!flushing.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            sendAll(patience);
        } finally {
            flushing.unlock();
        }
    }

    private void sendAll(Duration patience) {
        var notes = new ArrayList<>(unsent);
        buffers.forEach((partition, buffer) -> notes.addAll(buffer.drain((minute, offsets) -> new AcknowledgedNote(
                log.origin(),
                partition,
                log.identity().epoch(),
                Instant.ofEpochSecond(minute * SECONDS_PER_MINUTE),
                offsets))));
        if (notes.isEmpty()) return;
        var sending = notes.stream().map(this::send).toList();
        var failed = new ArrayList<AcknowledgedNote>();
        for (int i = 0; i < notes.size(); i++) {
            try {
                sending.get(i).orTimeout(patience.toSeconds(), TimeUnit.SECONDS).join();
            } catch (CompletionException unreachable) {
                failed.add(notes.get(i));
            }
        }
        unsent = failed;
        if (!failed.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} notes of acknowledged offsets are not published yet.",
                    failed.size());
        }
    }

    private CompletableFuture<Void> send(AcknowledgedNote note) {
        try {
            var record = new ProducerRecord<>(
                    Topics.ACKNOWLEDGED, note.partition(), Integer.toString(note.partition()), NoteCodec.encode(note));
            LogRecords.head(record.headers(), "acknowledged", note.epoch());
            return emitter.send(record).toCompletableFuture();
        } catch (RuntimeException ended) {
            return CompletableFuture.failedFuture(ended);
        }
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
        flushLast();
    }
}
