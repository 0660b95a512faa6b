package parley.persister.ingest.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.SplittableRandom;
import parley.log.supervision.Backoff;
import parley.log.topic.LogIdentityMonitor;
import parley.persister.ingest.control.ReceiptQueue;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.boundary.ReceiptStore;

/** Stores read receipts in the database. */
@ApplicationScoped
public class ReceiptIngest {

    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);

    @Inject
    IngestSettings settings;

    @Inject
    ReceiptChannel channel;

    @Inject
    ReceiptStore store;

    @Inject
    Workers workers;

    private ReceiptQueue receipts;
    private volatile LogIdentityMonitor identity;

    @PostConstruct
    void prepare() {
        receipts = new ReceiptQueue(
                settings.receiptTime(),
                changes -> {
                    identity.require(CONFIRMED_WITHIN);
                    store.store(changes);
                },
                channel::acknowledge,
                new Backoff(new SplittableRandom()),
                workers,
                workers::after);
    }

    /** Starts to receive receipts, whose positions belong to this log. */
    public void open(LogIdentityMonitor monitor) {
        identity = monitor;
        channel.open(settings.receiptBuffer);
    }

    public void receive(ChannelRecord record) {
        receipts.add(record);
    }
}
