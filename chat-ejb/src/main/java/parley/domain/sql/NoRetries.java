package parley.domain.sql;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * While the database is away a call fails at once: EclipseLink would try three times again with pauses of five
 * seconds, and whoever asks has a better way (the log's tail, a later try).
 */
public class NoRetries implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (session.getDatasourceLogin() instanceof DatabaseLogin login) login.setQueryRetryAttemptCount(0);
    }
}
