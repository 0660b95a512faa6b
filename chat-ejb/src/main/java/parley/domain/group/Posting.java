package parley.domain.group;

import java.util.Locale;

/** Who may send messages to a group: all members, or only its owners and moderators. */
public enum Posting {
    ALL,
    MODERATORS;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The form used in tables, records and frames. */
    public String code() {
        return code;
    }

    public static Posting of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
