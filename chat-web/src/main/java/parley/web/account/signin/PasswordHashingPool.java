package parley.web.account.signin;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords on a few threads of its own, so that a burst of sign-ins leaves processor time for sending. Linux
 * ignores the threads' low priority unless {@code -XX:ThreadPriorityPolicy} is set; the small number of threads is what
 * protects other work.
 */
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = "java:module/concurrent/hashing", priority = 3)
public class PasswordHashingPool {

    private static final Duration TIMEOUT = Duration.ofSeconds(14);

    @Resource(lookup = "java:module/concurrent/hashing")
    ManagedThreadFactory factory;

    /** 0: half of the processors, but at least one. */
    @Inject
    @ConfigProperty(name = "parley.password.threads", defaultValue = "0")
    int threads;

    /** How many callers may wait for a thread; further callers are told to retry later. */
    @Inject
    @ConfigProperty(name = "parley.password.waiting", defaultValue = "40")
    int waiting;

    private BoundedWorkerPool bulkhead;

    @PostConstruct
    void begin() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        bulkhead = new BoundedWorkerPool(threads > 0 ? threads : half, waiting, TIMEOUT, factory);
    }

    /**
     * @throws parley.domain.refusal.Refused {@code unavailable} if too many callers wait or no thread is free in time
     */
    public <T> T run(Callable<T> hashing) {
        return bulkhead.run(hashing);
    }

    @PreDestroy
    void end() {
        bulkhead.close();
    }
}
