package parley.domain.production;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fails the start, before anything is connected, if production mode is requested but not fully configured. */
@ApplicationScoped
class ProductionGuard {

    private static final System.Logger LOG = System.getLogger(ProductionGuard.class.getName());

    @Inject
    ProductionMode production;

    /** A variable set in production-true.xml. */
    @Inject
    @ConfigProperty(name = "server.mode.production", defaultValue = "false")
    boolean serverToo;

    @Inject
    @ConfigProperty(name = "DB_HOST")
    Optional<String> databaseHost;

    /** Resolved as in server.xml: from the environment, or production mode's default. */
    @Inject
    @ConfigProperty(name = "DB_SSL_MODE", defaultValue = "VERIFY_IDENTITY")
    String sslMode;

    void check(@Observes @Priority(1) @Initialized(ApplicationScoped.class) Object started) {
        if (!production.isOn()) return;
        if (!serverToo)
            refuse("Production mode is on for the application but not for the server: set the environment variable"
                    + " PARLEY_PRODUCTION=true, and keep production-true.xml next to server.xml.");
        new DatabaseTransport(databaseHost.orElse("127.0.0.1"), sslMode).fault().ifPresent(ProductionGuard::refuse);
        LOG.log(System.Logger.Level.INFO, "Production mode: /health and /metrics are on the management port only.");
    }

    private static void refuse(String why) {
        LOG.log(System.Logger.Level.ERROR, why);
        throw new IllegalStateException(why);
    }
}
