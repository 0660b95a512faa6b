package parley.domain.identity;

import java.util.Locale;

/** What a member may do, greatest first: an owner everything, a moderator keeps order, a member reads and writes. */
public enum Role {
    OWNER,
    MODERATOR,
    MEMBER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The form used in tables, records and frames. */
    public String code() {
        return code;
    }

    public boolean isAtLeast(Role other) {
        return compareTo(other) <= 0;
    }

    /** @param code null for a user who has left */
    public static Role of(String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
