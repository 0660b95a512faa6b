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

/**
 * Every call of a chat node to the domain's stateless beans goes through one of these methods (ArchitectureTest), inside
 * no transaction of the caller: what is called begins and ends its own.
 */
@ApplicationScoped
public class DatabaseGateway {

    private static final Duration PROBE_PERIOD = Duration.ofSeconds(1);
    private static final Duration MANY_ROWS = Duration.ofSeconds(10);

    @Inject
    @ConfigProperty(name = "parley.database.calls", defaultValue = "16")
    int calls;

    /** Of a call that has another source. */
    @Inject
    @ConfigProperty(name = "parley.database.quickMillis", defaultValue = "700")
    int quickMillis;

    /** Of a call that only the database can answer. */
    @Inject
    @ConfigProperty(name = "parley.database.neededMillis", defaultValue = "2500")
    int neededMillis;

    /** The platform's threads and not virtual ones, whose carriers a driver that hangs could hold. */
    @Resource
    ManagedExecutorService threads;

    @Resource
    ManagedScheduledExecutorService scheduled;

    @Inject
    LogPositions positions;

    private DatabaseGuard guard;
    private Future<?> probing;

    @PostConstruct
    void begin() {
        guard = new DatabaseGuard(threads, calls, System::nanoTime);
    }

    void started(@Observes @Initialized(ApplicationScoped.class) Object application) {
        probing = scheduled.scheduleWithFixedDelay(
                () -> guard.probe(PROBE_PERIOD, positions::all), PROBE_PERIOD.toMillis(), PROBE_PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        if (probing != null) probing.cancel(false);
    }

    /**
     * For what the log's knowledge answers as well.
     *
     * @throws DatabaseUnavailable where the database does not answer within the short limit; at once while that is known
     */
    public <T> T quick(Supplier<T> call) {
        return guard.call(Duration.ofMillis(quickMillis), call);
    }

    /**
     * For what only the database can answer. A change that is refused with this may have been made all the same.
     *
     * @throws DatabaseUnavailable where the database does not answer within the limit; at once while that is known
     */
    public <T> T needed(Supplier<T> call) {
        return guard.call(Duration.ofMillis(neededMillis), call);
    }

    /** As {@link #needed}, for what goes through many rows. */
    public <T> T manyRows(Supplier<T> call) {
        return guard.call(MANY_ROWS, call);
    }

    /** As {@link #needed}, where nothing is returned. */
    public void run(Runnable call) {
        needed(() -> {
            call.run();
            return null;
        });
    }

    /**
     * For work of this node itself, which nobody waits for: on the caller's thread, for as long as the driver waits.
     *
     * @throws DatabaseUnavailable where the database does not answer; at once while that is known
     */
    public <T> T inBackground(Supplier<T> call) {
        return guard.callInBackground(call);
    }

    /** As of the last look, which is made every second; asks nothing. */
    public DatabaseState state() {
        return guard.state();
    }
}
