package parley.faults.probe;

import java.time.Duration;

/**
 * What a probe asks of a chat node. The limits are wider than those of the contract (1 s for readiness, 2 s for list and
 * recent history, 3 s for sign-in), because load, broker and database share the machine.
 */
public enum Ability {
    READY("ready", 5, 2_000),
    SEND("send to ok", 10, 10_000),
    LIST("conversation list", 8, 5_000),
    PAGE("newest page", 8, 5_000),
    SIGN_IN("sign-in", 8, 6_000),
    RESUME("resume", 10, 10_000);

    private final String title;
    private final int timeoutSeconds;
    private final long limitMillis;

    Ability(String title, int timeoutSeconds, long limitMillis) {
        this.title = title;
        this.timeoutSeconds = timeoutSeconds;
        this.limitMillis = limitMillis;
    }

    public String title() {
        return title;
    }

    /** The time after which a probe gives up. */
    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    /** The time within which a node without a database has to answer. */
    long limitMillis() {
        return limitMillis;
    }
}
