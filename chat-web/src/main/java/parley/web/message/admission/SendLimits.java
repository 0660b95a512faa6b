package parley.web.message.admission;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.web.platform.limits.LimitSettings;

/** How much may be sent: by one user, as clients are told, and by all together. */
@Dependent
public class SendLimits {

    @Inject
    LimitSettings settings;

    /** Records that may wait for the log in this node before intake refuses. */
    @Inject
    @ConfigProperty(name = "parley.limits.pump", defaultValue = "10000")
    int pump;

    public int sendsPerSecond() {
        return settings.sendsPerSecond();
    }

    public int sendsBurst() {
        return settings.sendsBurst();
    }

    public int pump() {
        return pump;
    }
}
