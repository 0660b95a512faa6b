package parley.web.ops.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import parley.web.account.signin.RevokedSessions;
import parley.web.log.connection.LogConnection;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.tail.EndOffsets;
import parley.web.log.tail.TailReader;
import parley.web.membership.relay.OutboxRelay;
import parley.web.message.acknowledgement.AckPublisher;
import parley.web.message.admission.PendingSends;
import parley.web.message.delivery.StoreStatusNotifier;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.platform.runtime.TaskSupervision;
import parley.web.presence.Presence;
import parley.web.socket.session.SessionRegistry;
import parley.web.socket.session.SignInExpiry;

/** What a node does again and again. */
@ApplicationScoped
class ScheduledTasks {

    private static final System.Logger LOG = System.getLogger(ScheduledTasks.class.getName());

    @Inject
    NodeExecutors threads;

    @Inject
    TaskSupervision supervision;

    @Inject
    PendingSends pending;

    @Inject
    TailReader tail;

    @Inject
    RevokedSessions ended;

    @Inject
    OutboxRelay relay;

    @Inject
    LogConnection log;

    @Inject
    StoreStatusNotifier store;

    @Inject
    Presence presence;

    @Inject
    SessionRegistry sessions;

    @Inject
    SignInExpiry signIns;

    @Inject
    LogIdentityCheck guard;

    @Inject
    EndOffsets ends;

    @Inject
    AckPublisher acknowledgements;

    private final List<Future<?>> running = new ArrayList<>();

    synchronized void start() {
        every(500, pending::expire);
        every(1_000, tail::look);
        every(1_000, ended::expire);
        every(1_000, signIns::expire);
        every(1_000, store::look);
        every(500, presence::look);
        every(1_000, sessions::look);
        every(2_000, relay::wake);
        every(5_000, () -> threads.platform().execute(acknowledgements::flush));
        every(2_000, () -> threads.platform().execute(guard::look));
        every(10_000, () -> threads.platform().execute(this::compare));
        every(60_000, () -> threads.platform().execute(this::clock));
    }

    private void every(long millis, Runnable what) {
        // Whatever a tick throws would end its schedule.
        var tick = supervision.watched("tick %02d of %d ms".formatted(running.size() + 1, millis), what::run);
        running.add(threads.scheduled().scheduleWithFixedDelay(tick, millis, millis, TimeUnit.MILLISECONDS));
    }

    private void compare() {
        var stored = guard.stored();
        if (stored != null) ends.now().thenAccept(now -> guard.check(stored, now.byPartition()));
    }

    private void clock() {
        try {
            log.tick();
        } catch (ExecutionException | KafkaException away) {
            LOG.log(System.Logger.Level.INFO, "The log's clock could not be read; the monotonic clock carries on.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    synchronized void stop() {
        running.forEach(each -> each.cancel(false));
    }
}
