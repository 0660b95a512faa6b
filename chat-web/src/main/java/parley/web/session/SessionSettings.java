package parley.web.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What may wait for one socket before its client counts as too slow. */
@Dependent
public class SessionSettings {

    @Inject
    @ConfigProperty(name = "parley.session.queuedFrames", defaultValue = "10000")
    int queuedFrames;
    @Inject
    @ConfigProperty(name = "parley.session.queuedChars", defaultValue = "8388608")
    long queuedChars;
    @Inject
    @ConfigProperty(name = "parley.session.sendTimeoutMillis", defaultValue = "20000")
    long sendTimeoutMillis;

    /** A client pings every 20 s or so; one that says nothing for this long is gone. */
    @Inject
    @ConfigProperty(name = "parley.session.idleMillis", defaultValue = "120000")
    long idleMillis;

    public int queuedFrames() {
        return queuedFrames;
    }

    public long queuedChars() {
        return queuedChars;
    }

    public long sendTimeoutMillis() {
        return sendTimeoutMillis;
    }

    public long idleMillis() {
        return idleMillis;
    }
}
