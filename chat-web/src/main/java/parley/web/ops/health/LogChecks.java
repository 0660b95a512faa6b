package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parley.web.log.tail.LogTail;
import parley.web.log.tail.TailStatus;
import parley.web.message.admission.LogPublisher;
import parley.web.message.admission.PendingSends;
import parley.web.platform.runtime.DrainState;

/** Whether this node has read the log to its end and may accept sends. */
@ApplicationScoped
public class LogChecks {

    @Inject
    TailStatus status;

    @Inject
    LogTail tail;

    @Inject
    DrainState drain;

    @Inject
    LogPublisher publisher;

    @Inject
    PendingSends pending;

    @Produces
    @Readiness
    HealthCheck log() {
        return () -> HealthCheckResponse.named("chat-log")
                .status(!drain.hasBegun() && status.fault() == null && status.isIndexComplete() && status.isRecent())
                .withData("broker", status.isRecent() ? "reached" : "not reached within 15 s")
                .withData("index", status.isIndexComplete() ? "whole" : "not whole yet")
                .withData("leaving", drain.hasBegun())
                .withData("fault", status.fault() == null ? "none" : status.fault())
                .withData("indexed", tail.indexSize())
                .withData("waiting", publisher.waiting())
                .withData("unanswered", pending.size())
                .build();
    }
}
