package parley.domain.group;

import java.util.Locale;

/** Who may find, read and join a group: its members only, or every member of the installation. */
public enum Visibility {
    PRIVATE,
    PUBLIC;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The form used in tables, records and frames. */
    public String code() {
        return code;
    }

    public static Visibility of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
