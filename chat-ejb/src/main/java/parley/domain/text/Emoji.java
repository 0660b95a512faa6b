package parley.domain.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/** Unicode's emoji recommended for general interchange (RGI): single emoji, keycaps, flags, skin tones, families. */
final class Emoji {

    /** Maximum code points of a reaction that predates this list. */
    static final int MOST_BEFORE = 16;

    private static final int TEXT_STYLE = 0xFE0E;
    private static final int EMOJI_STYLE = 0xFE0F;
    /** In UTF-16; the longest of the list has 15. */
    private static final int LONGEST = 40;

    private Emoji() {}

    /** Returns the emoji with its recommended variation selectors, or null if {@code text} is not exactly one emoji. */
    static String qualified(String text) {
        if (text.isEmpty() || text.length() > LONGEST) return null;
        if (isEmoji(text)) return text;
        var qualified = withSelectors(text);
        return isEmoji(qualified) ? qualified : null;
    }

    private static boolean isEmoji(String text) {
        return UCharacter.hasBinaryProperty((CharSequence) text, UProperty.RGI_EMOJI);
    }

    /** Requests emoji presentation for characters that default to text; a skin-tone modifier implies it. */
    private static String withSelectors(String text) {
        var plain = text.codePoints()
                .filter(each -> each != TEXT_STYLE && each != EMOJI_STYLE)
                .toArray();
        var qualified = new StringBuilder();
        for (int i = 0; i < plain.length; i++) {
            qualified.appendCodePoint(plain[i]);
            boolean toned = i + 1 < plain.length && has(plain[i + 1], UProperty.EMOJI_MODIFIER);
            if (!toned && has(plain[i], UProperty.EMOJI) && !has(plain[i], UProperty.EMOJI_PRESENTATION)) {
                qualified.appendCodePoint(EMOJI_STYLE);
            }
        }
        return qualified.toString();
    }

    private static boolean has(int codePoint, int property) {
        return UCharacter.hasBinaryProperty(codePoint, property);
    }
}
