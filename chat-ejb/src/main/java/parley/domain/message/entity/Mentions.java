package parley.domain.message.entity;

import java.util.ArrayList;
import java.util.List;
import parley.domain.identity.UserId;

/**
 * Whom a message mentions, as resolved when it was admitted.
 *
 * @param users members of the conversation, in the order of their first mention
 * @param everyone null if it does not mention everyone
 */
public record Mentions(List<UserId> users, Everyone everyone) {

    public static final Mentions NONE = new Mentions(List.of(), null);

    /** How everyone is mentioned. */
    public enum Everyone {
        /** All members. */
        CHANNEL("channel"),
        /** The members who are online. */
        HERE("here");

        private final String code;

        Everyone(String code) {
            this.code = code;
        }

        /** The form used in records, tables and frames. */
        public String code() {
            return code;
        }

        /** Null for null, and for a code of a later version. */
        public static Everyone of(String code) {
            for (var each : values()) if (each.code.equals(code)) return each;
            return null;
        }
    }

    public Mentions {
        users = List.copyOf(users);
    }

    /** Shares {@link #NONE}, which most messages have. */
    public static Mentions of(List<UserId> users, Everyone everyone) {
        return users.isEmpty() && everyone == null ? NONE : new Mentions(users, everyone);
    }

    public boolean isNone() {
        return users.isEmpty() && everyone == null;
    }

    /** Whether a member is mentioned, by name or with everyone. */
    public boolean include(UserId member) {
        return everyone != null || users.contains(member);
    }

    /** The form used in tables: the code of everyone, then the ids, separated by spaces; null if it mentions nobody. */
    public String toColumn() {
        if (isNone()) return null;
        var words = new ArrayList<String>(users.size() + 1);
        if (everyone != null) words.add(everyone.code());
        users.forEach(user -> words.add(user.toString()));
        return String.join(" ", words);
    }

    /** Reads the form of {@link #toColumn}. */
    public static Mentions ofColumn(String column) {
        if (column == null || column.isEmpty()) return NONE;
        var users = new ArrayList<UserId>();
        Everyone everyone = null;
        for (var word : column.split(" ")) {
            if (Character.isDigit(word.charAt(0))) users.add(new UserId(Long.parseLong(word)));
            else everyone = Everyone.of(word);
        }
        return of(users, everyone);
    }
}
