package parley.persister.ingest.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import parley.persister.store.entity.BatchCounts;

/** Counts committed records for {@code /metrics}. */
@ApplicationScoped
class PersisterMetrics {

    @Inject
    MetricRegistry registry;

    private Counter rows;
    private Counter repeats;
    private Counter parked;

    @PostConstruct
    void register() {
        rows = registry.counter("parley.rows");
        repeats = registry.counter("parley.repeats");
        parked = registry.counter("parley.parked");
    }

    void add(BatchCounts counts) {
        rows.inc(counts.rows());
        repeats.inc(counts.repeats());
        parked.inc(counts.parked());
    }
}
