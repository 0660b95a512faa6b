package parley.domain.own.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of a user's own state; each change concerns one of them. */
public enum OwnPart {
    PROFILE,
    BLOCKS,
    /** The draft of one conversation. */
    DRAFT,
    /** The alerts of one conversation. */
    CONVERSATION,
    /** How the user is alerted where a conversation has no settings of its own. */
    SETTINGS,
    STATUS,
    DND,
    HOURS,
    SIDEBAR,
    PREFERENCES;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a code of a later version. */
    public static Optional<OwnPart> of(String code) {
        return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst();
    }

    /** Whether other users see some of it. */
    public boolean isPublic() {
        return switch (this) {
            case STATUS, DND, HOURS, PREFERENCES -> true;
            case SETTINGS, SIDEBAR, PROFILE, BLOCKS, DRAFT, CONVERSATION -> false;
        };
    }
}
