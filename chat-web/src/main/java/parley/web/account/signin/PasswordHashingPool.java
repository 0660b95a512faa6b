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
 * Where passwords are hashed: on a few threads of its own, so that many who sign in at once leave the processor to those
 * who send. The threads have a low priority, which Linux heeds only where the virtual machine is told to
 * ({@code -XX:ThreadPriorityPolicy}); what protects the others is that they are few.
 */
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = "java:module/concurrent/hashing", priority = 3)
public class PasswordHashingPool {

    private static final Duration PATIENCE = Duration.ofSeconds(14);

    @Resource(lookup = "java:module/concurrent/hashing")
    ManagedThreadFactory factory;

    /** 0: half of the processors, and at least one. */
    @Inject
    @ConfigProperty(name = "parley.password.threads", defaultValue = "0")
    int threads;

    /** How many may wait for a thread; more are asked to come back. */
    @Inject
    @ConfigProperty(name = "parley.password.waiting", defaultValue = "40")
    int waiting;

    private BoundedWorkerPool bulkhead;

    @PostConstruct
    void begin() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        bulkhead = new BoundedWorkerPool(threads > 0 ? threads : half, waiting, PATIENCE, factory);
    }

    /** @throws parley.domain.refusal.Refused {@code unavailable} where too many wait, or the turn does not come in time */
    public <T> T run(Callable<T> hashing) {
        return bulkhead.run(hashing);
    }

    @PreDestroy
    void end() {
        bulkhead.close();
    }
}
