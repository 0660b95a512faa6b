package parley.domain.conversation.entity;

import java.util.Locale;

public enum ConversationKind {
    DIRECT,
    GROUP;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The form used in tables and frames. */
    public String code() {
        return code;
    }

    public static ConversationKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
