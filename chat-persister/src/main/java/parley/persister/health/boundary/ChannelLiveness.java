package parley.persister.health.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import parley.persister.deadletter.boundary.DeadLetters;
import parley.persister.ingest.boundary.LogChannel;
import parley.persister.ingest.boundary.ReceiptChannel;
import parley.persister.ingest.boundary.StoredAnnouncements;

/** Whether every channel is running; the server's own health checks do not detect one that has ended. */
@Liveness
@ApplicationScoped
public class ChannelLiveness implements HealthCheck {

    @Inject
    LogChannel log;

    @Inject
    ReceiptChannel receipts;

    @Inject
    StoredAnnouncements announcements;

    @Inject
    DeadLetters deadLetters;

    @Override
    public HealthCheckResponse call() {
        var health = HealthCheckResponse.named("persister-channels");
        boolean alive = true;
        if (log.ended() != null) {
            health.withData("log", log.ended());
            alive = false;
        }
        if (receipts.ended() != null) {
            health.withData("receipts", receipts.ended());
            alive = false;
        }
        if (announcements.ended()) {
            health.withData("stored-out", "ended");
            alive = false;
        }
        if (deadLetters.ended()) {
            health.withData("deadletters-out", "ended");
            alive = false;
        }
        return health.status(alive).build();
    }
}
