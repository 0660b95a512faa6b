package parley.persister.ingest.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import parley.log.codec.StoredOffset;
import parley.log.topic.LogIdentity;
import parley.persister.ingest.control.NextOffsetAnnouncer;

/** Announces {@code next_offset} of each partition to the chat nodes, on {@code chat_stored}. */
@ApplicationScoped
public class StoredAnnouncements {

    @Inject
    @Channel("stored-out")
    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 1_000)
    Emitter<ProducerRecord<String, String>> out;

    @Inject
    Workers workers;

    private NextOffsetAnnouncer announcer;
    private volatile LogIdentity log;

    @PostConstruct
    void prepare() {
        announcer = new NextOffsetAnnouncer(this::send, workers, workers::after);
    }

    /** Must be called before the first announcement. */
    public void open(LogIdentity identity) {
        log = identity;
    }

    public void stored(int partition, long nextOffset) {
        announcer.stored(partition, nextOffset);
    }

    public boolean ended() {
        return out.isCancelled();
    }

    private CompletionStage<Void> send(int partition, long nextOffset) {
        return out.send(new StoredOffset(partition, log.topicId(), log.epoch(), nextOffset).toRecord());
    }
}
