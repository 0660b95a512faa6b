package parley.web.ops.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import parley.web.log.connection.LogConnection;
import parley.web.message.admission.LogPublisher;
import parley.web.platform.runtime.TaskSupervision;
import parley.web.search.SearchNode;

/** Connects to the log, and then starts everything that reads or writes it. */
@ApplicationScoped
class LogStartup {

    private static final System.Logger LOG = System.getLogger(LogStartup.class.getName());

    @Inject
    TaskSupervision supervision;

    @Inject
    LogConnection log;

    @Inject
    TailStartup tail;

    @Inject
    LogPublisher publisher;

    @Inject
    SearchNode search;

    @Inject
    ScheduledTasks scheduled;

    void start() {
        supervision.untilDone("connection", this::connect);
    }

    private void connect() throws ExecutionException, InterruptedException {
        var identity = log.connect();
        LOG.log(System.Logger.Level.INFO, "The log is {0}; reading the control topics.", identity);
        tail.start(identity);
        supervision.keepRunning("publisher", publisher::run);
        if (search.isOn()) supervision.keepRunning("search", () -> search.run(identity));
        scheduled.start();
    }
}
