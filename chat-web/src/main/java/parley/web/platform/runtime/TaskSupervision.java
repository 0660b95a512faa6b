package parley.web.platform.runtime;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import parley.log.supervision.Supervisor;
import parley.log.supervision.TaskState;

/** Supervises a node's own tasks on the container's threads, and reports their state as metrics. */
@ApplicationScoped
public class TaskSupervision {

    @Inject
    NodeExecutors threads;

    @Inject
    MetricRegistry registry;

    private Supervisor supervisor;

    @PostConstruct
    void prepare() {
        supervisor = new Supervisor(
                threads.platform(),
                threads::after,
                System::nanoTime,
                () -> ThreadLocalRandom.current().nextLong());
    }

    public void keepRunning(String name, Supervisor.Work work) {
        supervisor.keepRunning(name, work);
        show(name);
    }

    public void untilDone(String name, Supervisor.Work work) {
        supervisor.untilDone(name, work);
        show(name);
    }

    /** Wraps {@code work} for a timer: the result throws nothing, and failures are reported. */
    public Runnable watched(String name, Supervisor.Work work) {
        var watched = supervisor.watched(name, work);
        show(name);
        return watched;
    }

    public List<TaskState> states() {
        return supervisor.states();
    }

    public boolean isUp(String name) {
        return supervisor.isUp(name);
    }

    private void show(String name) {
        var tag = new Tag("task", name);
        registry.gauge("parley.task.up", this, it -> it.isUp(name) ? 1 : 0, tag);
        registry.gauge("parley.task.failures", this, it -> it.failures(name), tag);
    }

    private long failures(String name) {
        var state = supervisor.state(name);
        return state == null ? 0 : state.restarts();
    }

    /** Failures do not count from now on, and nothing is started again. */
    @PreDestroy
    public void stop() {
        supervisor.stop();
    }
}
