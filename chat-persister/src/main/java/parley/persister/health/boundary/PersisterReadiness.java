package parley.persister.health.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import parley.persister.ingest.boundary.Ingest;
import parley.persister.maintenance.boundary.LogMaintenance;

/** Whether the persister does its work, and if not why. */
@Readiness
@ApplicationScoped
public class PersisterReadiness implements HealthCheck {

    @Inject
    @ConfigProperty(name = "parley.role", defaultValue = "all")
    String role;

    @Inject
    LogMaintenance maintenance;

    @Inject
    Ingest ingest;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("persister");
        var condition = maintenance.condition();
        var logFault = maintenance.logFault() == null ? condition.log() : maintenance.logFault();
        health.withData("log", logFault.isEmpty() ? "ok" : logFault);
        health.withData("database", condition.database().isEmpty() ? "ok" : condition.database());
        condition.progress().stream()
                .filter(partition -> partition.lag() > 0)
                .forEach(partition -> health.withData("lag-" + partition.partition(), partition.lag()));
        ingest.catchingUp().forEach((partition, range) -> health.withData("catching-up-" + partition, range));
        boolean looks = maintenance.sinceLook().compareTo(LogMaintenance.LOOKS_WITHIN) < 0;
        if (!looks)
            health.withData(
                    "keeper",
                    "has not looked for %d s".formatted(maintenance.sinceLook().toSeconds()));
        boolean canServe = condition.opened() && logFault.isEmpty() && looks;
        boolean stores = allGoOn(health) && condition.database().isEmpty();
        return health.status(canServe && (stores || !role.equals("persister"))).build();
    }

    /** Names the partitions that do not, because they stopped or because their last try failed. */
    private boolean allGoOn(HealthCheckResponseBuilder health) {
        boolean allGoOn = true;
        for (var status : ingest.statuses()) {
            if (status.trouble() != null) health.withData("trouble-" + status.partition(), status.trouble());
            if (status.stopped() != null) health.withData("stopped-" + status.partition(), status.stopped());
            allGoOn &= status.trouble() == null && status.stopped() == null;
        }
        return allGoOn;
    }
}
