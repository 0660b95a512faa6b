package parley.web.ops.start;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.ConfigProvider;
import parley.domain.schema.SchemaMigration;
import parley.log.topic.LogIdentity;
import parley.web.account.signin.OperatorAccounts;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.ControlTopicReader;
import parley.web.membership.NodeMemberships;
import parley.web.message.admission.LogPublisher;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.platform.runtime.TaskSupervision;

/** Brings a chat node up, off the start path, and tries until broker and database are there. */
@ApplicationScoped
public class NodeStartup {

    private static final System.Logger LOG = System.getLogger(NodeStartup.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Inject
    NodeExecutors threads;

    @Inject
    TaskSupervision supervision;

    @Inject
    LogConnection log;

    @Inject
    ControlTopicReader feeds;

    @Inject
    NodeMemberships members;

    @Inject
    TailReader tail;

    @Inject
    LogPublisher pump;

    @Inject
    SchemaMigration schema;

    @Inject
    OperatorAccounts operatorAccounts;

    @Inject
    ScheduledTasks ticks;

    @Inject
    NodeDrain drain;

    private final AtomicBoolean tailStarted = new AtomicBoolean();
    private volatile boolean stopping;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        drain.atTheEnd();
        supervision.untilDone("connection", this::connect);
        threads.platform().execute(this::migrate);
    }

    private void connect() throws ExecutionException, InterruptedException {
        var identity = log.connect();
        LOG.log(System.Logger.Level.INFO, "The log is {0}; this node reads what it has to know.", identity);
        supervision.keepRunning("small topics", () -> feeds.run(identity, () -> whole(identity)));
        supervision.keepRunning("publisher", pump::run);
        ticks.start();
    }

    /** All that must be known before the tail is: who belongs where, who was signed out, what is stored. */
    private void whole(LogIdentity identity) {
        if (!tailStarted.compareAndSet(false, true)) return;
        members.logDecides();
        supervision.keepRunning("tail", () -> tail.run(identity));
    }

    private void migrate() {
        try {
            // Asked before the first connection: where nobody names a database, the question starts the embedded one.
            ConfigProvider.getConfig().getOptionalValue("db.host", String.class);
            schema.migrate();
            LOG.log(System.Logger.Level.INFO, "The database is there and its tables are up to date.");
            threads.platform().execute(this::operators);
        } catch (RuntimeException away) {
            again(this::migrate, "The database cannot be reached yet: " + away.getMessage());
        }
    }

    private void operators() {
        try {
            operatorAccounts.create();
        } catch (RuntimeException notYet) {
            again(this::operators, "Operator accounts cannot be made yet: " + notYet.getMessage());
        }
    }

    private void again(Runnable what, String why) {
        if (stopping) return;
        LOG.log(
                System.Logger.Level.WARNING,
                "{0}; tried again in {1} s.",
                why.lines().findFirst().orElse(""),
                RETRY_SECONDS);
        threads.scheduled().schedule(() -> threads.platform().execute(what), RETRY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        stopping = true;
    }
}
