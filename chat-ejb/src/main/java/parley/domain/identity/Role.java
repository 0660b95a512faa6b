package parley.domain.identity;

import java.util.Locale;

/** What a member may do: an owner may also change the group, a member may read and write. */
public enum Role {
    OWNER,
    MEMBER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The form used in tables, records and frames. */
    public String code() {
        return code;
    }

    /** @param code null for a user who has left */
    public static Role of(String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
