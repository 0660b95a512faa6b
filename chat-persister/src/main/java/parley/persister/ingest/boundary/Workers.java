package parley.persister.ingest.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import parley.log.supervision.DelayedTasks;

/**
 * The container's threads, which may block. Tasks run in the application's context regardless of the submitting thread:
 * the connector's own threads have neither its naming context nor its class loader.
 */
@ApplicationScoped
public class Workers implements Executor {

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService threads;

    @Resource(lookup = "java:comp/DefaultContextService")
    ContextService contexts;

    private volatile Executor application;
    private DelayedTasks delayed;

    @PostConstruct
    void prepare() {
        delayed = new DelayedTasks(threads);
    }

    /** Must be called once, by a thread of the application, before any other method. */
    public void start() {
        application = contexts.currentContextExecutor();
    }

    public void stop() {
        application = null;
        delayed.stop();
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(inApplication(task));
    }

    public void after(Duration delay, Runnable task) {
        delayed.after(delay, inApplication(task));
    }

    private Runnable inApplication(Runnable task) {
        var context = application;
        if (context == null) throw new RejectedExecutionException("the application is not running");
        return () -> context.execute(task);
    }
}
