package parley.domain.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the mentions of a message: {@code @username}, {@code @channel} and {@code @here}. The rules are in
 * docs/protocol.md; the client implements them in {@code mentions.ts}, and the tests of both use the cases in
 * {@code mention-cases.json}.
 */
public final class MentionGrammar {

    public static final String CHANNEL = "channel";
    public static final String HERE = "here";

    /** A message mentions at most this many users; further ones are not mentioned. */
    public static final int MOST_USERS = 50;

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 32;
    private static final String EMPHASIS = "*_~";
    private static final String AT_THE_END = "._-";
    private static final String NOT_BEFORE = "\\/@.+-=&%#$^";

    /** Scripts that are written without spaces or that attach particles to names, so a name can follow directly. */
    private static final Set<UnicodeScript> SPACELESS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /**
     * A mention from {@code start} to {@code end}, exclusive.
     *
     * @param name a username in lower case, {@link #CHANNEL} or {@link #HERE}
     */
    public record Span(int start, int end, String name) {

        public boolean isOfEveryone() {
            return isKeyword(name);
        }
    }

    private MentionGrammar() {}

    /**
     * The mentions of {@code body}, in order. A body without {@code @} costs a single scan.
     *
     * @param isUser whether a username, in lower case, is that of a user who can be mentioned
     */
    public static List<Span> find(String body, Predicate<String> isUser) {
        int at = body.indexOf('@');
        if (at < 0) return List.of();
        var spans = new ArrayList<Span>();
        var users = new HashSet<String>();
        BitSet code = null;
        while (at >= 0) {
            int end = runEnd(body, at + 1);
            if (end > at + 1 && mayBegin(body, at) && mayEnd(body, end)) {
                if (code == null) code = CodeRanges.of(body);
                var span = code.get(at) ? null : longest(body, at, end, isUser);
                if (span != null && (span.isOfEveryone() || isWithinLimit(users, span.name))) spans.add(span);
            }
            at = body.indexOf('@', end);
        }
        return spans;
    }

    private static boolean isWithinLimit(Set<String> users, String name) {
        if (users.contains(name)) return true;
        return users.size() < MOST_USERS && users.add(name);
    }

    /** The longest name that exists, after removing as many trailing dots, underscores and hyphens as necessary. */
    private static Span longest(String body, int at, int runEnd, Predicate<String> isUser) {
        for (int end = runEnd; end - at > SHORTEST_NAME; end--) {
            if (end < runEnd && AT_THE_END.indexOf(body.charAt(end)) < 0) return null;
            if (end - at - 1 > LONGEST_NAME) continue;
            var name = body.substring(at + 1, end).toLowerCase(Locale.ROOT);
            if (isKeyword(name) || isUser.test(name)) return new Span(at, end, name);
        }
        return null;
    }

    private static boolean isKeyword(String name) {
        return name.equals(CHANNEL) || name.equals(HERE);
    }

    private static int runEnd(String body, int from) {
        int end = from;
        while (end < body.length() && isNameChar(body.charAt(end))) end++;
        return end;
    }

    private static boolean mayBegin(String body, int at) {
        int before = at;
        while (before > 0 && EMPHASIS.indexOf(body.charAt(before - 1)) >= 0) before--;
        if (before == 0) return true;
        int c = body.codePointBefore(before);
        return NOT_BEFORE.indexOf(c) < 0 && !isPartOfWord(c);
    }

    private static boolean mayEnd(String body, int end) {
        if (end == body.length()) return true;
        int c = body.codePointAt(end);
        boolean path = c == '/' && end + 1 < body.length() && isLetterOrDigit(body.charAt(end + 1));
        return c != '@' && !path && !isPartOfWord(c);
    }

    private static boolean isNameChar(char c) {
        return isLetterOrDigit(c) || AT_THE_END.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /** Letters, digits and their marks, except in {@link #SPACELESS} scripts. */
    private static boolean isPartOfWord(int c) {
        boolean isWord = switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> true;
            default -> false;
        };
        return isWord && !isOfEmoji(c) && !isProlongedSound(c) && !SPACELESS.contains(UnicodeScript.of(c));
    }

    /** Variation selectors and the enclosing keycap end an emoji, not a word. */
    private static boolean isOfEmoji(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c == 0x20E3;
    }

    /** Belongs to the scripts Hiragana and Katakana together, and therefore to neither. */
    private static boolean isProlongedSound(int c) {
        return c == 0x30FC || c == 0xFF70;
    }
}
