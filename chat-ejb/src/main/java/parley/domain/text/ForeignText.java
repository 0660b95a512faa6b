package parley.domain.text;

import com.ibm.icu.text.Normalizer2;

/** Text of other origins that is shown next to what users write, such as the title of a page. */
public final class ForeignText {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private ForeignText() {}

    /**
     * One line without what hides text, changes its direction or covers its surroundings.
     *
     * @param most code points, after which the text is cut and marked by an ellipsis
     * @return null if nothing of it is visible
     */
    public static String line(String text, int most) {
        if (text == null) return null;
        var line = new StringBuilder();
        int length = 0;
        int marks = 0;
        boolean gap = false;
        for (int i = 0; i < text.length() && length <= most; ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            if (Characters.isSpace(codePoint)) {
                gap = length > 0;
                continue;
            }
            marks = Characters.isMark(codePoint) ? marks + 1 : 0;
            if (Characters.isKeptOutOfNames(codePoint) || marks > Characters.MOST_MARKS) continue;
            if (gap) {
                line.append(' ');
                length++;
                gap = false;
            }
            line.appendCodePoint(codePoint);
            length++;
        }
        return Characters.isVisible(line.toString()) ? shortened(line.toString(), most) : null;
    }

    private static String shortened(String line, int most) {
        if (Characters.count(line) <= most) return NFC.normalize(line);
        return NFC.normalize(Characters.strip(line.substring(0, line.offsetByCodePoints(0, most)))) + "…";
    }
}
