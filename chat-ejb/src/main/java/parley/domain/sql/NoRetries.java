package parley.domain.sql;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes a query fail at once while the database is down. By default EclipseLink retries three times with pauses of
 * five seconds; callers have a better fallback (the log's tail, or a later retry).
 */
public class NoRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) login.setQueryRetryAttemptCount(0);
    }
}
