package parley.domain.production;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the application's start fail, before anything is connected, where production mode is asked for and not given. */
@ApplicationScoped
class ProductionGuard {

    private static final System.Logger LOG = System.getLogger(ProductionGuard.class.getName());

    @Inject
    ProductionMode production;

    /** A variable of production-true.xml. */
    @Inject
    @ConfigProperty(name = "server.mode.production", defaultValue = "false")
    boolean serverToo;

    @Inject
    @ConfigProperty(name = "DB_HOST")
    Optional<String> databaseHost;

    /** As server.xml has it: the environment's, or production mode's own default. */
    @Inject
    @ConfigProperty(name = "DB_SSL_MODE", defaultValue = "VERIFY_IDENTITY")
    String sslMode;

    void check(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object started) {
        if (!production.isOn()) return;
        if (!serverToo)
            refuse("Production mode is on for the application and not for its server: set the environment variable"
                    + " PARLEY_PRODUCTION=true, and keep production-true.xml next to server.xml.");
        new DatabaseTransport(databaseHost.orElse("127.0.0.1"), sslMode).fault().ifPresent(ProductionGuard::refuse);
        LOG.log(System.Logger.Level.INFO, "Production mode: /health and /metrics are on the management port only.");
    }

    private static void refuse(String why) {
        LOG.log(System.Logger.Level.ERROR, why);
        throw new IllegalStateException(why);
    }
}
