package parley.web.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.domain.log.boundary.LogPositions;
import parley.domain.refusal.Refusal;
import parley.domain.refusal.Refused;
import parley.domain.schema.SchemaMigration;

/**
 * Every call of a chat node to the domain's stateless beans goes through one of these methods (ArchitectureTest),
 * outside any transaction of the caller; the called method has its own. Until there are tables, all calls are refused as
 * if the database were down.
 */
@ApplicationScoped
public class DatabaseGateway {

    private static final Duration PROBE_PERIOD = Duration.ofSeconds(1);
    private static final Duration MANY_ROWS = Duration.ofSeconds(10);

    @Inject
    @ConfigProperty(name = "parley.database.calls", defaultValue = "16")
    int calls;

    /** Time limit of a call that has another source. */
    @Inject
    @ConfigProperty(name = "parley.database.quickMillis", defaultValue = "700")
    int quickMillis;

    /** Time limit of a call that only the database can answer. */
    @Inject
    @ConfigProperty(name = "parley.database.neededMillis", defaultValue = "2500")
    int neededMillis;

    /** Platform threads, because a hanging driver could block the carriers of virtual threads. */
    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService scheduled;

    @Inject
    LogPositions positions;

    @Inject
    SchemaMigration schema;

    private DatabaseGuard guard;
    private Future<?> probing;

    @PostConstruct
    void begin() {
        guard = new DatabaseGuard(threads, calls, System::nanoTime, schema::exists);
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
        probing = scheduled.scheduleWithFixedDelay(
                () -> guard.probe(PROBE_PERIOD, this::query),
                PROBE_PERIOD.toMillis(),
                PROBE_PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private Object query() {
        if (schema.exists()) return positions.all();
        schema.connect();
        return null;
    }

    @PreDestroy
    void end() {
        if (probing != null) probing.cancel(false);
    }

    /**
     * For queries that what the node knows from the log can answer as well.
     *
     * @throws DatabaseUnavailable if the database does not answer within the short limit; immediately while it is known
     *     to be down
     */
    public <T> T quick(Supplier<T> call) {
        return guard.call(Duration.ofMillis(quickMillis), call);
    }

    /**
     * For calls that only the database can answer. A change that fails with this exception may still have been made.
     *
     * @throws DatabaseUnavailable if the database does not answer within the limit; immediately while it is known to be
     *     down
     */
    public <T> T needed(Supplier<T> call) {
        return guard.call(Duration.ofMillis(neededMillis), call);
    }

    /**
     * As {@link #needed}, for a call that creates what a concurrent call may just have created: if it is refused as a
     * conflict, it is made once more and finds what exists.
     */
    public <T> T createOrFind(Supplier<T> call) {
        try {
            return needed(call);
        } catch (Refused refused) {
            if (refused.why() != Refusal.CONFLICT) throw refused;
            return needed(call);
        }
    }

    /** As {@link #needed}, for queries that read many rows. */
    public <T> T manyRows(Supplier<T> call) {
        return guard.call(MANY_ROWS, call);
    }

    /** As {@link #needed}, without a result. */
    public void run(Runnable call) {
        needed(() -> {
            call.run();
            return null;
        });
    }

    /**
     * For background work of this node: on the caller's thread, for as long as the driver waits.
     *
     * @throws DatabaseUnavailable if the database does not answer; immediately while it is known to be down
     */
    public <T> T inBackground(Supplier<T> call) {
        return guard.callInBackground(call);
    }

    /** The result of the last probe, which runs every second; sends no query. */
    public DatabaseState state() {
        return guard.state();
    }
}
