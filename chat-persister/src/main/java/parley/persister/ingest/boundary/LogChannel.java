package parley.persister.ingest.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Flow.Subscriber;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import parley.persister.ingest.control.ChannelSubscriber;
import parley.persister.ingest.entity.ChannelRecord;

/**
 * Receives records of {@code chat_messages}. The container creates this bean while it validates the application, before
 * configuration can be injected; the settings are therefore in {@link Ingest}, behind its proxy.
 */
@ApplicationScoped
public class LogChannel {

    @Inject
    Ingest ingest;

    private final ChannelSubscriber subscriber = new ChannelSubscriber("log", record -> ingest.receive(record));

    @Incoming("log")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public Subscriber<Message<String>> log() {
        return subscriber;
    }

    public void open(int records) {
        subscriber.open(records);
    }

    public void acknowledge(List<ChannelRecord> records) {
        subscriber.acknowledge(records);
    }

    /** Why the channel ended, or null while it is running. */
    public String ended() {
        return subscriber.ended();
    }
}
