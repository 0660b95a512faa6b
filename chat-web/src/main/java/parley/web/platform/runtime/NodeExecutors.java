package parley.web.platform.runtime;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;

/** The threads of a node, all of them the container's. */
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

    /** For what waits for one socket. Classes that such a thread loads keep its carrier: what starts the node runs elsewhere. */
    public ManagedExecutorService virtual() {
        return virtual;
    }

    /**
     * For a node's own work. With virtual threads a start could stop for good: a thread that loads a class is pinned to
     * its carrier, and there are as many carriers as processors. When all of them wait for Liberty's lock on an archive,
     * the one that was given the lock has none to run on (docs/decisions/0022).
     */
    public ManagedExecutorService platform() {
        return platform;
    }

    /** For what is to run although the executors may already be closing. */
    public ManagedThreadFactory factory() {
        return factory;
    }

    /** For ticks: nothing here may wait. */
    public ManagedScheduledExecutorService scheduled() {
        return scheduled;
    }
}
