package parley.web.platform.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import parley.log.supervision.DelayedTasks;

/** The executors of a node, all of them managed by the container. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/parley", virtual = true)
public class NodeExecutors {

    @Resource(lookup = "java:module/concurrent/parley")
    ManagedExecutorService virtual;

    @Resource
    ManagedExecutorService platform;

    @Resource
    ManagedScheduledExecutorService scheduled;

    @Resource
    ManagedThreadFactory factory;

    private DelayedTasks delayed;

    @PostConstruct
    void prepare() {
        delayed = new DelayedTasks(scheduled);
    }

    @PreDestroy
    void stop() {
        delayed.stop();
    }

    /**
     * For work that waits for one socket. A virtual thread that loads a class is pinned to its carrier, so startup work
     * runs elsewhere.
     */
    public ManagedExecutorService virtual() {
        return virtual;
    }

    /**
     * For a node's own work. With virtual threads, a start could deadlock: a thread that loads a class is pinned to its
     * carrier, and there are as many carriers as processors. If all of them wait for Liberty's lock on an archive, the
     * thread that gets the lock has no carrier to run on (docs/decisions/0022).
     */
    public ManagedExecutorService platform() {
        return platform;
    }

    /** For work that must run even though the executors may already be closing. */
    public ManagedThreadFactory factory() {
        return factory;
    }

    /** For periodic tasks, which must not block. The caller cancels them when the application stops. */
    public ManagedScheduledExecutorService scheduled() {
        return scheduled;
    }

    /** Runs {@code task}, which must not block, once after {@code delay} unless the application stops before. */
    public void after(Duration delay, Runnable task) {
        delayed.after(delay, task);
    }
}
