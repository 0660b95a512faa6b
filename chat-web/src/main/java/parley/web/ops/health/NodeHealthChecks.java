package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import parley.domain.schema.SchemaMigration;
import parley.web.log.connection.LogConnection;
import parley.web.log.tail.TailStatus;
import parley.web.log.topic.ControlTopicReader;
import parley.web.platform.database.DatabaseGateway;
import parley.web.platform.database.DatabaseState;

/** The health of a chat node except for its log, channels and tasks. */
@ApplicationScoped
public class NodeHealthChecks {

    private final WallClockStepDetector wall = new WallClockStepDetector(InstantSource.system(), System::nanoTime);

    @Inject
    LogConnection log;

    @Inject
    ControlTopicReader controlTopics;

    @Inject
    TailStatus tailStatus;

    @Inject
    DatabaseGateway database;

    @Inject
    SchemaMigration schema;

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("chat-started")
                .status(log.isConnected() && controlTopics.isComplete() && tailStatus.isIndexComplete())
                .withData("log", log.isConnected() ? "reached" : "not reached yet")
                .build();
    }

    /** Informative only: chatting continues without the database, so a node without it stays ready. Sends no query. */
    @Produces
    @Readiness
    HealthCheck database() {
        return () -> HealthCheckResponse.named("chat-database")
                .up()
                .withData("database", databaseWord())
                .build();
    }

    /** See {@link WallClockStepDetector}; only a restart helps. */
    @Produces
    @Liveness
    HealthCheck clock() {
        return () -> {
            boolean blocked = wall.blocksLog(tailStatus.isRecent());
            return HealthCheckResponse.named("chat-clock")
                    .status(!blocked)
                    .withData("wall clock", blocked ? "set back, and the log is not reached since" : "as before")
                    .build();
        };
    }

    private String databaseWord() {
        return switch (database.state()) {
            case DatabaseState.Unknown unknown -> "not reached yet";
            case DatabaseState.Answering answering -> schema.isCurrent() ? "reached" : "not reached yet";
            case DatabaseState.Failing failing ->
                schema.isCurrent() ? "not answering for " + failing.since().toSeconds() + " s" : "not reached yet";
        };
    }
}
