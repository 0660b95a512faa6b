package parley.domain.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;

/** Unicode character classes. */
final class Characters {

    /** In a row. Vietnamese, Hebrew with points and Tibetan need fewer; more of them cover the lines above and below. */
    static final int MOST_MARKS = 8;

    /** Characters that render as blank: Braille pattern blank, musical null notehead. */
    private static final String BLANKS = "[\\u2800\\U0001D159]";

    private static final UnicodeSet INVISIBLE = new UnicodeSet("[[:White_Space:][:Default_Ignorable_Code_Point:]"
                    + "[:Cc:][:Cf:][:Cs:][:Co:][[:Cn:]-[:Extended_Pictographic:]][:Z:][:M:]" + BLANKS + "]")
            .freeze();

    private static final UnicodeSet NOT_IN_NAMES = new UnicodeSet("[[:Cc:][:Cf:][:Cs:][:Co:][:Zl:][:Zp:]"
                    + "[[:Default_Ignorable_Code_Point:]-[:Variation_Selector:]][:Noncharacter_Code_Point:]" + BLANKS
                    + "]")
            .freeze();

    private static final UnicodeSet MARKS = new UnicodeSet("[:M:]").freeze();

    private Characters() {}

    static int count(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether all surrogates are paired. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) continue;
            boolean paired = Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!paired) return false;
            i++;
        }
        return true;
    }

    /** Whether at least one character is visible. */
    static boolean isVisible(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (codePoint > ' ' && codePoint < 0x7f || !INVISIBLE.contains(codePoint)) return true;
            i += Character.charCount(codePoint);
        }
        return false;
    }

    static boolean isKeptOutOfNames(int codePoint) {
        return NOT_IN_NAMES.contains(codePoint);
    }

    static boolean isMark(int codePoint) {
        return MARKS.contains(codePoint);
    }

    static int longestRunOfMarks(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            run = MARKS.contains(text.codePointAt(i)) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Without white space at either end, as Unicode has it: {@link String#strip} keeps the no-break space. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.codePointAt(from))) from += Character.charCount(text.codePointAt(from));
        while (to > from && isSpace(text.codePointBefore(to))) to -= Character.charCount(text.codePointBefore(to));
        return text.substring(from, to);
    }

    static boolean isSpace(int codePoint) {
        return UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE);
    }
}
