package parley.persister.health.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Up as soon as the application is, because it starts without database and broker. */
@Startup
@ApplicationScoped
public class PersisterStarted implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("persister-started");
    }
}
