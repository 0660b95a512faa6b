package parley.domain.message.entity;

import java.util.regex.Pattern;
import parley.domain.identity.Position;
import parley.domain.identity.UserId;

/**
 * The message that another one replies to, as it is now. It is computed whenever the reply is shown and never stored, so
 * it cannot outlive an edit or a revoke (docs/decisions/0026).
 *
 * @param from null if the message cannot be looked up now, or does not exist
 * @param excerpt null if the message cannot be looked up now, or has no text
 * @param gone whether it is known that the message was revoked or does not exist
 */
public record Quote(Position pos, UserId from, String excerpt, boolean gone) {

    /** In code points, without the ellipsis. */
    public static final int MOST_OF_AN_EXCERPT = 200;

    private static final Pattern WHITESPACE = Pattern.compile("\\p{IsWhite_Space}+");

    /** The message cannot be looked up now. */
    public static Quote unknown(Position pos) {
        return new Quote(pos, null, null, false);
    }

    /** There is no such message. */
    public static Quote missing(Position pos) {
        return new Quote(pos, null, null, true);
    }

    /** @param original with all known changes folded in */
    public static Quote of(MessageView original) {
        if (original.notice() != null) return missing(original.pos());
        var excerpt = original.body() == null ? null : excerpt(text(original));
        return new Quote(original.pos(), original.from(), excerpt, original.revoked());
    }

    /** A message without text is quoted by the name of its first file. */
    private static String text(MessageView original) {
        return original.body().isEmpty() && !original.files().isEmpty()
                ? original.files().getFirst().name()
                : original.body();
    }

    /** The beginning of a body on one line. */
    static String excerpt(String body) {
        var line = trimmed(WHITESPACE.matcher(body).replaceAll(" "));
        if (line.codePointCount(0, line.length()) <= MOST_OF_AN_EXCERPT) return line;
        return trimmed(line.substring(0, line.offsetByCodePoints(0, MOST_OF_AN_EXCERPT))) + "…";
    }

    /** Without the single spaces at its ends. {@link String#strip} has another notion of white space. */
    private static String trimmed(String line) {
        int from = line.startsWith(" ") ? 1 : 0;
        int to = line.endsWith(" ") ? line.length() - 1 : line.length();
        return line.substring(from, Math.max(from, to));
    }

    @Override
    public String toString() {
        return "Quote[" + pos + "]";
    }
}
