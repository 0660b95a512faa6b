package parley.domain.own.entity;

import java.util.Locale;

/** Which messages of a conversation alert a user. */
public enum AlertLevel {
    ALL,
    MENTIONS,
    NOTHING;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @return null if {@code code} is null */
    public static AlertLevel of(String code) {
        return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
}
