package parley.web.ops.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import parley.log.supervision.TaskState;
import parley.web.platform.runtime.TaskSupervision;

/** Reports the supervised tasks. */
@ApplicationScoped
public class TaskHealthCheck {

    /** A node is not ready without these tasks; failures of other tasks are only reported. */
    private static final List<String> NEEDED = List.of("connection", "publisher", "small topics", "tail");

    @Inject
    TaskSupervision supervision;

    @Produces
    @Readiness
    HealthCheck tasks() {
        return () -> {
            var health = HealthCheckResponse.named("chat-tasks")
                    .status(NEEDED.stream().allMatch(supervision::isUp));
            supervision.states().stream()
                    .filter(task -> NEEDED.contains(task.name()) || !task.up())
                    .forEach(task -> health.withData(task.name(), task.words()));
            NEEDED.stream()
                    .filter(name -> known(name).isEmpty())
                    .forEach(name -> health.withData(name, "not begun yet"));
            return health.build();
        };
    }

    private List<TaskState> known(String name) {
        return supervision.states().stream()
                .filter(task -> task.name().equals(name))
                .toList();
    }
}
