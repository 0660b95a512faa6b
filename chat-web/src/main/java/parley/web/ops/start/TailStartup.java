package parley.web.ops.start;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import parley.log.topic.LogIdentity;
import parley.web.log.tail.TailReader;
import parley.web.log.topic.ControlTopicReader;
import parley.web.membership.NodeMemberships;
import parley.web.platform.runtime.TaskSupervision;

/** Reads the control topics, and the tail once they are complete: memberships, revoked sessions, stored offsets. */
@ApplicationScoped
class TailStartup {

    @Inject
    TaskSupervision supervision;

    @Inject
    ControlTopicReader controlTopics;

    @Inject
    NodeMemberships members;

    @Inject
    TailReader tail;

    private final AtomicBoolean tailStarted = new AtomicBoolean();

    void start(LogIdentity identity) {
        supervision.keepRunning("small topics", () -> controlTopics.run(identity, () -> startTail(identity)));
    }

    private void startTail(LogIdentity identity) {
        if (!tailStarted.compareAndSet(false, true)) return;
        members.followLog();
        supervision.keepRunning("tail", () -> tail.run(identity));
    }
}
