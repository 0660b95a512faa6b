package parley.web.message.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.web.platform.runtime.ScheduledTask;

/** Builds the plain classes of this package for injection. */
@ApplicationScoped
class ReadingProducer {

    private static final System.Logger LOG = System.getLogger(ReadingProducer.class.getName());
    private static final Duration PERIOD = Duration.ofMinutes(1);

    @Inject
    @ConfigProperty(name = "parley.node.knownPlaces", defaultValue = "200000")
    int knownPlaces;

    @Produces
    @Singleton
    RecentReceipts receipts() {
        return new RecentReceipts(knownPlaces);
    }

    @Produces
    ScheduledTask forgetting(RecentReceipts receipts, StoredReceipts stored) {
        return ScheduledTask.blocking("receipts", PERIOD, () -> {
            if (receipts.size() <= knownPlaces) return;
            try {
                receipts.forget(stored.below());
            } catch (KafkaException failed) {
                LOG.log(System.Logger.Level.INFO, "Stored receipts are not forgotten now: {0}", failed.getMessage());
            }
        });
    }
}
