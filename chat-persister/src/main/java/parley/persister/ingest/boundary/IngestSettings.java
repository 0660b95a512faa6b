package parley.persister.ingest.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much is taken and written at once. */
@Dependent
public class IngestSettings {

    /** Records of a transaction. */
    @Inject
    @ConfigProperty(name = "parley.persister.batchRecords", defaultValue = "500")
    int batchRecords;

    /** How long a batch that is not full waits for more. */
    @Inject
    @ConfigProperty(name = "parley.persister.batchMillis", defaultValue = "200")
    int batchMillis;

    /** Records taken and not yet stored, over all partitions; unacked.limit of the channel is above it. */
    @Inject
    @ConfigProperty(name = "parley.persister.bufferRecords", defaultValue = "6000")
    int bufferRecords;

    /** Partitions stored at the same time. */
    @Inject
    @ConfigProperty(name = "parley.persister.parallelBatches", defaultValue = "2")
    int parallelBatches;

    /** How long receipts are gathered. */
    @Inject
    @ConfigProperty(name = "parley.persister.receiptMillis", defaultValue = "250")
    int receiptMillis;

    /** Receipts taken and not yet stored. */
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
