package parley.persister.health.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import parley.log.role.ServerRole;
import parley.persister.ingest.boundary.Ingest;
import parley.persister.maintenance.boundary.LogMaintenance;

/** Whether the persister is working, and if not, why. */
@Readiness
@ApplicationScoped
public class PersisterReadiness implements HealthCheck {

    private final ServerRole role = ServerRole.configured();

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
        boolean checking = maintenance.sinceCheck().compareTo(LogMaintenance.MAX_CHECK_AGE) < 0;
        if (!checking)
            health.withData(
                    "keeper",
                    "no check for %d s".formatted(maintenance.sinceCheck().toSeconds()));
        boolean canServe = condition.opened() && logFault.isEmpty() && checking;
        boolean stores = allProgress(health) && condition.database().isEmpty();
        return health.status(canServe && (stores || role != ServerRole.PERSISTER))
                .build();
    }

    /** Reports the partitions that have stopped or whose last attempt failed. */
    private boolean allProgress(HealthCheckResponseBuilder health) {
        boolean allProgress = true;
        for (var status : ingest.statuses()) {
            if (status.trouble() != null) health.withData("trouble-" + status.partition(), status.trouble());
            if (status.stopped() != null) health.withData("stopped-" + status.partition(), status.stopped());
            allProgress &= status.trouble() == null && status.stopped() == null;
        }
        return allProgress;
    }
}
