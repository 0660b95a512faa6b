package parley.domain.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits text of any language into what message search compares. A word is a run of letters, marks and digits, folded as
 * in {@link SearchKey}. In scripts that are written without spaces every character is a word of its own, so a run of
 * them is found as a sequence; an emoji is a word without its skin tone. Signs such as {@code %} are kept apart from the
 * words, so that they do not separate the words of a sequence.
 */
public final class SearchWords {

    /** Longer words are cut, in texts and in queries alike. */
    private static final int LONGEST = 64;

    private static final String MORE_SIGNS = "%&@\\_#*/";
    private static final int FIRST_SPACELESS = 0x0E00;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int SOUND_MARK = 0x30FC;
    private static final int HALF_SOUND_MARK = 0xFF70;

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
     * @param text folded; contains no white space
     * @param start index of its first UTF-16 unit in the source
     * @param end index after its last unit
     */
    public record Word(String text, int start, int end) {}

    private final String source;
    private final List<Word> words = new ArrayList<>();
    private final List<Word> signs = new ArrayList<>();

    private SearchWords(String source) {
        this.source = source;
    }

    public static SearchWords of(String text) {
        var split = new SearchWords(text);
        split.run();
        return split;
    }

    /** In the order of the text. */
    public List<Word> words() {
        return words;
    }

    /** Every occurrence of a sign. */
    public List<Word> signs() {
        return signs;
    }

    /** The texts of the words, separated by spaces. */
    public String joined() {
        var joined = new StringBuilder(source.length());
        for (var word : words) {
            if (!joined.isEmpty()) joined.append(' ');
            joined.append(word.text);
        }
        return joined.toString();
    }

    public Set<String> distinctSigns() {
        var distinct = new LinkedHashSet<String>();
        signs.forEach(sign -> distinct.add(sign.text));
        return distinct;
    }

    private void run() {
        int i = 0;
        while (i < source.length()) {
            int each = source.codePointAt(i);
            int next = i + Character.charCount(each);
            if (isEmojiAt(each, next)) {
                i = emoji(i);
            } else if (isLetter(each)) {
                i = isSpaceless(each) ? character(i, next) : word(i, next);
            } else {
                if (isSign(each)) signs.add(new Word(source.substring(i, next), i, next));
                i = next;
            }
        }
    }

    private int word(int start, int next) {
        int end = next;
        while (end < source.length()) {
            int each = source.codePointAt(end);
            int after = end + Character.charCount(each);
            boolean belongs = (isLetter(each) || isExtending(each)) && !isSpaceless(each) && !isEmojiAt(each, after);
            if (!belongs) break;
            end = after;
        }
        add(start, end);
        return end;
    }

    private int character(int start, int next) {
        int end = next;
        while (end < source.length() && isExtending(source.codePointAt(end)))
            end += Character.charCount(source.codePointAt(end));
        add(start, end);
        return end;
    }

    private void add(int start, int end) {
        var folded = fold(source.substring(start, end));
        if (!folded.isEmpty()) words.add(new Word(folded, start, end));
    }

    private static String fold(String raw) {
        var folded = isPlain(raw) ? lower(raw) : SearchKey.fold(raw).replace(" ", "");
        if (folded.length() <= LONGEST || Characters.count(folded) <= LONGEST) return folded;
        return folded.substring(0, folded.offsetByCodePoints(0, LONGEST));
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) if (raw.charAt(i) >= 0x80) return false;
        return true;
    }

    private static String lower(String plain) {
        var chars = plain.toCharArray();
        for (int i = 0; i < chars.length; i++) if (chars[i] >= 'A' && chars[i] <= 'Z') chars[i] += 'a' - 'A';
        return new String(chars);
    }

    /** A flag, a keycap, or a picture with everything that is joined to it. */
    private int emoji(int start) {
        var text = new StringBuilder();
        int i = start;
        boolean joined = true;
        boolean isFlag = isRegional(source.codePointAt(start));
        int parts = 0;
        while (i < source.length()) {
            int each = source.codePointAt(i);
            boolean begins = joined || isFlag && isRegional(each) && parts < 2;
            if (!begins && !isAttached(each)) break;
            joined = each == JOINER;
            parts++;
            if (!isVariation(each) && !has(each, UProperty.EMOJI_MODIFIER)) text.appendCodePoint(each);
            i += Character.charCount(each);
        }
        if (text.isEmpty()) text.append(source, start, i);
        words.add(new Word(text.toString(), start, i));
        return i;
    }

    private boolean isEmojiAt(int each, int next) {
        if (each < 0x80) {
            boolean couldBeKeycap = next < source.length() && source.charAt(next) >= KEYCAP;
            return couldBeKeycap && isKeycap(each, next);
        }
        return has(each, UProperty.EXTENDED_PICTOGRAPHIC) || isRegional(each) || has(each, UProperty.EMOJI_MODIFIER);
    }

    private boolean isKeycap(int each, int next) {
        boolean canHaveCap = each >= '0' && each <= '9' || each == '#' || each == '*';
        int cap = isVariation(source.charAt(next)) ? next + 1 : next;
        return canHaveCap && cap < source.length() && source.charAt(cap) == KEYCAP;
    }

    private static boolean isAttached(int each) {
        return each == JOINER
                || each == KEYCAP
                || isVariation(each)
                || has(each, UProperty.EMOJI_MODIFIER)
                || each >= 0xE0020 && each <= 0xE007F;
    }

    private static boolean isVariation(int each) {
        return each == 0xFE0E || each == 0xFE0F;
    }

    private static boolean isRegional(int each) {
        return each >= 0x1F1E6 && each <= 0x1F1FF;
    }

    private static boolean isLetter(int each) {
        if (each < 0x80) return each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z' || each >= '0' && each <= '9';
        return switch (Character.getType(each)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /** Marks, the later letters of a Korean syllable, and characters without width within a word. */
    private static boolean isExtending(int each) {
        if (each < 0xAD) return false;
        return switch (Character.getType(each)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> has(each, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
            default -> each >= 0x1160 && each <= 0x11FF || each == 0xFF9E || each == 0xFF9F;
        };
    }

    private static boolean isSpaceless(int each) {
        return each >= FIRST_SPACELESS
                && (each == SOUND_MARK || each == HALF_SOUND_MARK || SPACELESS.contains(UnicodeScript.of(each)));
    }

    private static boolean isSign(int each) {
        if (MORE_SIGNS.indexOf(each) >= 0) return true;
        return switch (Character.getType(each)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL ->
                true;
            default -> false;
        };
    }

    private static boolean has(int codePoint, int property) {
        return UCharacter.hasBinaryProperty(codePoint, property);
    }
}
