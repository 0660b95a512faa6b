package parley.web.socket.session;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How many sockets are allowed, how long they may be idle, and how much may wait for one before its client counts as
 * too slow.
 */
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

    /** Clients ping about every 20 s; one that sends nothing for this long is considered gone. */
    @Inject
    @ConfigProperty(name = "parley.session.idleMillis", defaultValue = "120000")
    long idleMillis;

    /** A socket that has not sent {@code hello} within this time is closed. */
    @Inject
    @ConfigProperty(name = "parley.session.helloMillis", defaultValue = "10000")
    long helloMillis;

    @Inject
    @ConfigProperty(name = "parley.session.perUser", defaultValue = "50")
    int perUser;

    /** Sockets of one user that have not sent {@code hello}. */
    @Inject
    @ConfigProperty(name = "parley.session.ungreetedPerUser", defaultValue = "20")
    int ungreetedPerUser;

    /** Sockets of all users that have not sent {@code hello}. */
    @Inject
    @ConfigProperty(name = "parley.session.ungreeted", defaultValue = "5000")
    int ungreeted;

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

    public long helloMillis() {
        return helloMillis;
    }

    public int perUser() {
        return perUser;
    }

    public int ungreetedPerUser() {
        return ungreetedPerUser;
    }

    public int ungreeted() {
        return ungreeted;
    }
}
