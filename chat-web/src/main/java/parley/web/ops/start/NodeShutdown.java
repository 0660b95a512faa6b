package parley.web.ops.start;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import parley.web.platform.runtime.TaskSupervision;

/**
 * Ends the supervision when the application stops. The container calls this before it destroys the beans, so a task that
 * returns because its bean is closed does not count as failed.
 */
@WebListener
public class NodeShutdown implements ServletContextListener {

    @Inject
    TaskSupervision supervision;

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        supervision.stop();
    }
}
