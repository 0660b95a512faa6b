package parley.domain.identity;

import java.util.Locale;

/** What a member may do: an owner also changes the group, a member reads and writes. */
public enum Role {
    OWNER,
    MEMBER;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it stands in tables, records and frames. */
    public String code() {
        return code;
    }

    /** @param code null for somebody who is gone */
    public static Role of(String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
