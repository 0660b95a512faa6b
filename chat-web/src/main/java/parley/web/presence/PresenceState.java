package parley.web.presence;

import java.util.Locale;

/** What others see of a user's connection. */
public enum PresenceState {
    ONLINE,
    /** Connected, but without input on any device for a while. */
    AWAY,
    /** Connected, and does not want to be disturbed. */
    DND,
    OFFLINE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
