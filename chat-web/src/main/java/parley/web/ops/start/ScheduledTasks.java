package parley.web.ops.start;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import parley.web.platform.runtime.NodeExecutors;
import parley.web.platform.runtime.ScheduledTask;
import parley.web.platform.runtime.TaskSupervision;

/** Runs the scheduled tasks of all components. */
@ApplicationScoped
class ScheduledTasks {

    @Inject
    NodeExecutors threads;

    @Inject
    TaskSupervision supervision;

    @Inject
    @Any
    Instance<ScheduledTask> tasks;

    private TaskScheduler scheduler;

    @PostConstruct
    void prepare() {
        scheduler = new TaskScheduler(threads.scheduled(), threads.platform(), supervision::watched);
    }

    void start() {
        scheduler.start(tasks);
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
