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
 * The end of the channel of {@code chat_messages}. It is made while the application is still being checked, when no
 * {@code @ConfigProperties} can be read yet: what needs them stands behind the proxy of {@link Ingest}.
 */
@ApplicationScoped
public class LogChannel {

    @Inject
    Ingest ingest;

    private final ChannelSubscriber subscriber = new ChannelSubscriber("log", arrived -> ingest.take(arrived));

    @Incoming("log")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public Subscriber<Message<String>> log() {
        return subscriber;
    }

    public void open(int records) {
        subscriber.open(records);
    }

    public void done(List<ChannelRecord> arrived) {
        subscriber.done(arrived);
    }

    /** Why it ended, or null while it lives. */
    public String ended() {
        return subscriber.ended();
    }
}
