package parley.web.ops.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import parley.domain.account.boundary.Directory;
import parley.domain.schema.SchemaMigration;
import parley.domain.text.PasswordStrength;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.runtime.NodeExecutors;

/**
 * Fills in missing search keys of users, so that they can be found. Rows lack them if they were written before search
 * keys existed, or by a node of the previous version during a rolling upgrade. Nodes that do this at the same time
 * write the same values.
 */
@ApplicationScoped
class SearchKeyBackfill {

    private static final System.Logger LOG = System.getLogger(SearchKeyBackfill.class.getName());
    private static final int ROWS_AT_ONCE = 500;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    @Inject
    NodeExecutors threads;

    @Inject
    SchemaMigration schema;

    @Inject
    DatabaseGateway database;

    @Inject
    Directory directory;

    private volatile boolean stopping;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        threads.platform().execute(PasswordStrength::prepare);
        schedule(RETRY);
    }

    private void schedule(Duration delay) {
        threads.after(delay, () -> threads.platform().execute(this::fill));
    }

    private void fill() {
        if (stopping) return;
        if (!schema.isCurrent()) {
            schedule(RETRY);
            return;
        }
        try {
            int filled = 0;
            for (int some = ROWS_AT_ONCE; some == ROWS_AT_ONCE && !stopping; filled += some) {
                some = database.inBackground(() -> directory.addSearchKeys(ROWS_AT_ONCE));
            }
            if (filled > 0) LOG.log(System.Logger.Level.INFO, "Added search keys for {0} users.", filled);
            schedule(INTERVAL);
        } catch (RuntimeException failed) {
            if (stopping) return;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Adding search keys failed; trying again in {0} s: {1}",
                    RETRY.toSeconds(),
                    failed.toString());
            schedule(RETRY);
        }
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }
}
