package parley.persister.ingest.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Batch sizes and buffers of the ingest. */
@Dependent
public class IngestSettings {

    /** Maximum records per transaction. */
    @Inject
    @ConfigProperty(name = "parley.persister.batchRecords", defaultValue = "500")
    int batchRecords;

    /** How long a batch that is not full waits for more records. */
    @Inject
    @ConfigProperty(name = "parley.persister.batchMillis", defaultValue = "200")
    int batchMillis;

    /** Maximum records received and not yet stored, over all partitions; the channel's unacked.limit is higher. */
    @Inject
    @ConfigProperty(name = "parley.persister.bufferRecords", defaultValue = "6000")
    int bufferRecords;

    /** Partitions stored concurrently. */
    @Inject
    @ConfigProperty(name = "parley.persister.parallelBatches", defaultValue = "2")
    int parallelBatches;

    /** How long receipts are collected before they are stored. */
    @Inject
    @ConfigProperty(name = "parley.persister.receiptMillis", defaultValue = "250")
    int receiptMillis;

    /** Maximum receipts received and not yet stored. */
    @Inject
    @ConfigProperty(name = "parley.persister.receiptBuffer", defaultValue = "4000")
    int receiptBuffer;

    Duration batchTime() {
        return Duration.ofMillis(batchMillis);
    }

    Duration receiptTime() {
        return Duration.ofMillis(receiptMillis);
    }
}
