package parley.persister.health.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import parley.persister.ingest.boundary.Ingest;
import parley.persister.keeping.boundary.Keeper;

/** Whether the persister does its work, and if not why. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    @Inject
    @ConfigProperty(name = "parley.role", defaultValue = "all")
    String role;

    @Inject
    Keeper keeper;

    @Inject
    Ingest ingest;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("persister");
        var condition = keeper.condition();
        var logFault = keeper.logFault() == null ? condition.log() : keeper.logFault();
        health.withData("log", logFault.isEmpty() ? "ok" : logFault);
        health.withData("database", condition.database().isEmpty() ? "ok" : condition.database());
        condition.progress().stream()
                .filter(partition -> partition.lag() > 0)
                .forEach(partition -> health.withData("lag-" + partition.partition(), partition.lag()));
        ingest.catchingUp().forEach((partition, range) -> health.withData("catching-up-" + partition, range));
        boolean looks = keeper.sinceLook().compareTo(Keeper.LOOKS_WITHIN) < 0;
        if (!looks)
            health.withData(
                    "keeper",
                    "has not looked for %d s".formatted(keeper.sinceLook().toSeconds()));
        boolean canServe = condition.opened() && logFault.isEmpty() && looks;
        boolean stores = allGoOn(health) && condition.database().isEmpty();
        return health.status(canServe && (stores || !role.equals("persister"))).build();
    }

    /** Names the partitions that do not, because they stopped or because their last try failed. */
    private boolean allGoOn(HealthCheckResponseBuilder health) {
        boolean allGoOn = true;
        for (var standing : ingest.standings()) {
            if (standing.trouble() != null) health.withData("trouble-" + standing.partition(), standing.trouble());
            if (standing.stopped() != null) health.withData("stopped-" + standing.partition(), standing.stopped());
            allGoOn &= standing.trouble() == null && standing.stopped() == null;
        }
        return allGoOn;
    }
}
