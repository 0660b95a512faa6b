package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parley.web.log.connection.LogConnection;
import parley.web.log.connection.LogIdentityCheck;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.ControlTopicReader;
import parley.web.message.admission.LogPublisher;
import parley.web.message.admission.PendingSends;
import parley.web.platform.runtime.DrainState;

/** Whether this node reads the log to its end and may accept sends. */
@ApplicationScoped
public class LogChecks {

    @Inject
    LogConnection log;

    @Inject
    ControlTopicReader feeds;

    @Inject
    TailReader reader;

    @Inject
    LogTail tail;

    @Inject
    LogIdentityCheck guard;

    @Inject
    DrainState leaving;

    @Inject
    LogPublisher pump;

    @Inject
    PendingSends pending;

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
}
