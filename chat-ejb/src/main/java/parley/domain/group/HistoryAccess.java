package parley.domain.group;

import java.util.Locale;

/** What a new member of a group may read: everything, or only what follows the record of joining. */
public enum HistoryAccess {
    ALL,
    JOINED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The form used in tables, records and frames. */
    public String code() {
        return code;
    }

    public static HistoryAccess of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
