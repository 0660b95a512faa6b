package parley.faults.probe;

import java.time.Duration;

/** What users want of a chat node. */
public enum Ability {
    READY("ready", Duration.ofSeconds(5)),
    SEND("send to ok", Duration.ofSeconds(10)),
    LIST("conversation list", Duration.ofSeconds(8)),
    PAGE("newest page", Duration.ofSeconds(8)),
    SIGN_IN("sign-in", Duration.ofSeconds(8)),
    RESUME("resume", Duration.ofSeconds(10));

    private final String title;
    private final Duration patience;

    Ability(String title, Duration patience) {
        this.title = title;
        this.patience = patience;
    }

    public String title() {
        return title;
    }

    /** After this the probe calls it no answer. */
    Duration patience() {
        return patience;
    }
}
