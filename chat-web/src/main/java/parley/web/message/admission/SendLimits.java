package parley.web.message.admission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.web.platform.limits.LimitSettings;

/** Limits for sending: per user, as clients are told, and for all users of a node. */
@Dependent
public class SendLimits {

    @Inject
    LimitSettings settings;

    /** Maximum number of records that wait for the log before sends are refused. */
    @Inject
    @ConfigProperty(name = "parley.limits.pump", defaultValue = "10000")
    int queuedRecords;

    public int sendsPerSecond() {
        return settings.sendsPerSecond();
    }

    public int sendsBurst() {
        return settings.sendsBurst();
    }

    public int queuedRecords() {
        return queuedRecords;
    }
}
