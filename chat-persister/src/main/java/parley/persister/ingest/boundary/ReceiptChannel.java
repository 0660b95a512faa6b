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

/** The end of the channel of {@code chat_receipts}; as thin as {@link LogChannel}, for the same reason. */
@ApplicationScoped
public class ReceiptChannel {

    @Inject
    ReceiptIngest ingest;

    private final ChannelSubscriber subscriber = new ChannelSubscriber("receipts", arrived -> ingest.take(arrived));

    @Incoming("receipts")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public Subscriber<Message<String>> receipts() {
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
