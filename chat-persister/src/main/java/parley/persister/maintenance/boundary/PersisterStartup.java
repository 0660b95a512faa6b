package parley.persister.maintenance.boundary;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Starts the persister with its application, without waiting for broker or database. In role {@code chat} the beans do
 * not exist, so there is nothing to start.
 */
@WebListener
public class PersisterStartup implements ServletContextListener {

    @Inject
    Instance<LogMaintenance> maintenance;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        if (maintenance.isResolvable()) maintenance.get().start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (maintenance.isResolvable()) maintenance.get().stop();
    }
}
