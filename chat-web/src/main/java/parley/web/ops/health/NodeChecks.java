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
import parley.domain.schema.Schema;
import parley.web.message.acknowledgement.Acknowledgements;
import parley.web.platform.database.Database;
import parley.web.platform.database.DatabaseState;
import parley.web.message.delivery.Receipts;
import parley.web.log.topic.Feeds;
import parley.web.message.admission.Pending;
import parley.web.message.admission.Pump;
import parley.web.membership.MembersOut;
import parley.web.log.connection.ChatLog;
import parley.web.platform.runtime.Leaving;
import parley.web.log.connection.LogGuard;
import parley.web.presence.Presence;
import parley.web.presence.signal.Signals;
import parley.web.account.signin.EndedSessions;
import parley.web.log.tail.Tail;
import parley.web.log.tail.TailReader;

/** The truth about a chat node, each part with what is wrong. */
@ApplicationScoped
public class NodeChecks {

    private final WallClock wall = new WallClock(InstantSource.system(), System::nanoTime);

    @Inject
    ChatLog log;

    @Inject
    Feeds feeds;

    @Inject
    TailReader reader;

    @Inject
    Tail tail;

    @Inject
    LogGuard guard;

    @Inject
    Leaving leaving;

    @Inject
    Pump pump;

    @Inject
    Pending pending;

    @Inject
    MembersOut members;

    @Inject
    EndedSessions sessions;

    @Inject
    Receipts receipts;

    @Inject
    Presence presence;

    @Inject
    Signals signals;

    @Inject
    Acknowledgements acknowledgements;

    @Inject
    Database database;

    @Inject
    Schema schema;

    @Produces
    @Startup
    HealthCheck started() {
        return () -> HealthCheckResponse.named("chat-started")
                .status(log.isConnected() && feeds.isWhole() && reader.isIndexWhole())
                .withData("log", log.isConnected() ? "reached" : "not reached yet")
                .build();
    }

    @Produces
    @Readiness
    HealthCheck log() {
        return () -> HealthCheckResponse.named("chat-log")
                .status(!leaving.hasBegun() && guard.fault() == null && reader.isIndexWhole() && reader.isRecent())
                .withData("broker", reader.isRecent() ? "reached" : "not reached within 15 s")
                .withData("index", reader.isIndexWhole() ? "whole" : "not whole yet")
                .withData("leaving", leaving.hasBegun())
                .withData("fault", guard.fault() == null ? "none" : guard.fault())
                .withData("indexed", log.isConnected() && feeds.isWhole() ? tail.indexSize() : 0)
                .withData("waiting", pump.waiting())
                .withData("unanswered", pending.size())
                .build();
    }

    /** Chats go on without it: a node without a database stays ready and says so. Nothing is asked here. */
    @Produces
    @Readiness
    HealthCheck database() {
        return () -> HealthCheckResponse.named("chat-database")
                .up()
                .withData("database", databaseWord())
                .build();
    }

    /** An emitter that has ended stays so until the application is started again. */
    @Produces
    @Liveness
    HealthCheck channels() {
        return () -> HealthCheckResponse.named("chat-channels")
                .status(pump.isAlive()
                        && members.isAlive()
                        && sessions.isAlive()
                        && receipts.isAlive()
                        && signals.isAlive()
                        && presence.isAlive()
                        && acknowledgements.isAlive()
                        && reader.isAlive())
                .withData("messages-out", word(pump.isAlive()))
                .withData("members-out", word(members.isAlive()))
                .withData("sessions-out", word(sessions.isAlive()))
                .withData("receipts-out", word(receipts.isAlive()))
                .withData("signals-out", word(signals.isAlive()))
                .withData("presence-out", word(presence.isAlive()))
                .withData("acknowledged-out", word(acknowledgements.isAlive()))
                .withData("tail", word(reader.isAlive()))
                .build();
    }

    /** See {@link WallClock}: only a restart helps. */
    @Produces
    @Liveness
    HealthCheck clock() {
        return () -> {
            boolean heldUp = wall.holdsUp(reader.isRecent());
            return HealthCheckResponse.named("chat-clock")
                    .status(!heldUp)
                    .withData("wall clock", heldUp ? "set back, and the log is not reached since" : "as before")
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

    private static String word(boolean alive) {
        return alive ? "alive" : "ended";
    }
}
