package parley.web.node;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;

/** The threads of a node, all of them the container's. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:module/concurrent/parley", virtual = true)
public class Threads {

    @Resource(lookup = "java:module/concurrent/parley")
    ManagedExecutorService virtual;

    @Resource
    ManagedScheduledExecutorService scheduled;

    @Resource
    ManagedThreadFactory factory;

    /** For what waits: readers of the log, calls to the database beside a request. */
    public ManagedExecutorService virtual() {
        return virtual;
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
