package parley.web.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How much one user may send: generous to people and pipes. */
@Dependent
public class Limits {

    @Inject
    @ConfigProperty(name = "parley.limits.sendsPerSecond", defaultValue = "50")
    int sendsPerSecond;
    @Inject
    @ConfigProperty(name = "parley.limits.sendsBurst", defaultValue = "500")
    int sendsBurst;

    /** Records that may wait for the log in this node before intake refuses. */
    @Inject
    @ConfigProperty(name = "parley.limits.pump", defaultValue = "10000")
    int pump;

    public int sendsPerSecond() {
        return sendsPerSecond;
    }

    public int sendsBurst() {
        return sendsBurst;
    }

    public int pump() {
        return pump;
    }
}
