package parley.persister.ingest.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.SplittableRandom;
import parley.log.client.LogSettings;
import parley.log.supervision.Backoff;
import parley.log.topic.LogConfirmation;
import parley.persister.ingest.control.ReceiptQueue;
import parley.persister.ingest.entity.ChannelRecord;
import parley.persister.store.boundary.ReceiptStore;

/** Brings receipts into the database. */
@ApplicationScoped
public class ReceiptIngest {

    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);

    @Inject
    IngestSettings settings;

    @Inject
    LogSettings log;

    @Inject
    ReceiptChannel channel;

    @Inject
    ReceiptStore store;

    @Inject
    Workers workers;

    @Inject
    InstantSource time;

    private ReceiptQueue receipts;
    private volatile LogConfirmation confirmation;

    @PostConstruct
    void prepare() {
        receipts = new ReceiptQueue(
                settings.receiptTime(),
                (marks, evenAhead) -> {
                    confirmation.require(CONFIRMED_WITHIN);
                    return store.store(marks, evenAhead, log.partitions());
                },
                channel::done,
                time,
                new Backoff(new SplittableRandom()),
                workers,
                workers::after);
    }

    /**
     * Lets receipts come.
     *
     * @param of the log, whose places they name
     */
    public void open(LogConfirmation of) {
        confirmation = of;
        channel.open(settings.receiptBuffer);
    }

    public void take(ChannelRecord arrived) {
        receipts.add(arrived);
    }
}
