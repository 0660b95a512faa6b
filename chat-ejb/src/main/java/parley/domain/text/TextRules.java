package parley.domain.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/**
 * Validates and normalizes user-supplied text. Each function returns the text to store, or throws an
 * {@link IllegalArgumentException} whose message begins with the field's name.
 */
public final class TextRules {

    public static final int MOST_OF_A_BODY = 4_000;
    public static final int MOST_OF_A_NAME = 100;
    public static final int MOST_OF_A_TOPIC = 250;
    public static final int MOST_OF_A_KEYWORD = 50;
    public static final int MOST_OF_A_FOLDER = 50;
    public static final int MOST_OF_A_REASON = 500;
    public static final int LEAST_OF_A_PASSWORD = 8;
    public static final int MOST_OF_A_PASSWORD = 128;

    public static final String BODY = "body: 1 to 4,000 characters, at least one of them visible";
    private static final String PASSWORD = "password: 8 to 128 characters, without control characters";

    /** NFC can only make a text shorter, by less than this factor. */
    private static final int COMPOSED_AT_MOST = 8;

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private TextRules() {}

    /** A body is stored exactly as written. */
    public static String body(String text) {
        if (text == null) throw new IllegalArgumentException(BODY);
        requireWellFormed("body", text);
        // Code points are counted only if the text could be too long.
        boolean fits = text.length() <= MOST_OF_A_BODY || Characters.count(text) <= MOST_OF_A_BODY;
        if (!fits || !Characters.isVisible(text)) throw new IllegalArgumentException(BODY);
        return text;
    }

    /**
     * The body of a message that is not sent yet.
     *
     * @return null if nothing of it is visible
     */
    public static String draft(String text) {
        if (text == null || Characters.count(text) > MOST_OF_A_BODY)
            throw new IllegalArgumentException("body: at most 4,000 characters");
        requireWellFormed("body", text);
        return Characters.isVisible(text) ? text : null;
    }

    public static String displayName(String text) {
        return name("displayName", text, MOST_OF_A_NAME);
    }

    public static String title(String text) {
        return name("title", text, MOST_OF_A_NAME);
    }

    /** An empty topic removes the topic. */
    public static String topic(String text) {
        if (text != null && Characters.strip(text).isEmpty()) return "";
        return name("topic", text, MOST_OF_A_TOPIC);
    }

    /**
     * The name of a file: what follows the last slash or backslash, without characters that names must not contain, and
     * shortened in front of its extension. It is repaired instead of refused, because users do not choose it here.
     */
    public static String fileName(String text) {
        if (text == null) throw new IllegalArgumentException("name: is required");
        requireWellFormed("name", text);
        return FileNames.repaired(NFC.normalize(text));
    }

    /** What a user says about what they are doing. */
    public static String statusText(String text) {
        return name("text", text, MOST_OF_A_NAME);
    }

    /** A word or words that alert a user when they occur in a message. */
    public static String keyword(String text) {
        return name("keywords", text, MOST_OF_A_KEYWORD);
    }

    /** The name of a folder of a user's sidebar. */
    public static String folderName(String text) {
        return name("name", text, MOST_OF_A_FOLDER);
    }

    /** Why a message is reported. */
    public static String reason(String text) {
        var rule = "reason: 1 to " + MOST_OF_A_REASON + " characters, at least one of them visible";
        if (text == null) throw new IllegalArgumentException(rule);
        requireWellFormed("reason", text);
        var reason = Characters.strip(text);
        if (Characters.count(reason) > MOST_OF_A_REASON || !Characters.isVisible(reason))
            throw new IllegalArgumentException(rule);
        return reason;
    }

    /** Exactly one emoji, with the variation selectors that Unicode recommends for interchange. */
    public static String emoji(String text) {
        var emoji = text == null ? null : Emoji.qualified(text);
        if (emoji == null) throw new IllegalArgumentException("emoji: one emoji is needed");
        return emoji;
    }

    /** Returns the fully qualified form of an emoji that is already stored, or the text unchanged if it is not one emoji. */
    public static String qualifiedEmoji(String text) {
        var emoji = Emoji.qualified(text);
        return emoji == null ? text : emoji;
    }

    /** Validates the emoji of a reaction being removed, which may predate the rule of {@link #emoji}. */
    public static String removableEmoji(String text) {
        var emoji = text == null ? null : Emoji.qualified(text);
        if (emoji != null) return emoji;
        boolean kept = text != null
                && !text.isBlank()
                && Characters.isWellFormed(text)
                && Characters.count(text) <= Emoji.MOST_BEFORE;
        if (!kept) throw new IllegalArgumentException("emoji: one emoji is needed");
        return text;
    }

    /**
     * Validates a new password.
     *
     * @param names the owner's names, which the password must not consist of; nulls are ignored
     */
    public static String password(String text, String... names) {
        var password = passwordShape(text);
        PasswordStrength.require(password, Arrays.asList(names));
        return password;
    }

    /** Checks length and characters of a password, but not its strength. */
    public static String passwordShape(String text) {
        if (text == null || text.length() > MOST_OF_A_PASSWORD * COMPOSED_AT_MOST)
            throw new IllegalArgumentException(PASSWORD);
        requireWellFormed("password", text);
        var password = NFC.normalize(text);
        int length = Characters.count(password);
        boolean fits = length >= LEAST_OF_A_PASSWORD && length <= MOST_OF_A_PASSWORD;
        if (!fits || password.codePoints().anyMatch(Character::isISOControl))
            throw new IllegalArgumentException(PASSWORD);
        if (!Characters.isVisible(password))
            throw new IllegalArgumentException("password: at least one visible character");
        return password;
    }

    /** Normalizes a search query. */
    public static String query(String text) {
        requireWellFormed("q", text);
        return Characters.strip(text);
    }

    private static String name(String field, String text, int most) {
        var rule = field + ": 1 to " + most + " characters, at least one of them visible";
        if (text == null || text.length() > most * COMPOSED_AT_MOST) throw new IllegalArgumentException(rule);
        requireWellFormed(field, text);
        if (text.codePoints().anyMatch(Characters::isKeptOutOfNames)) {
            throw new IllegalArgumentException(
                    field + ": no control, formatting, private-use or blank-looking characters");
        }
        var name = NFC.normalize(Characters.strip(text));
        if (Characters.count(name) > most || !Characters.isVisible(name)) throw new IllegalArgumentException(rule);
        if (Characters.longestRunOfMarks(name) > Characters.MOST_MARKS) {
            throw new IllegalArgumentException(field + ": at most " + Characters.MOST_MARKS + " accents on one letter");
        }
        return name;
    }

    private static void requireWellFormed(String field, String text) {
        if (!Characters.isWellFormed(text))
            throw new IllegalArgumentException(field + ": contains an unpaired surrogate");
    }
}
