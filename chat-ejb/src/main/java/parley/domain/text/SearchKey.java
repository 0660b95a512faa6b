package parley.domain.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/**
 * Normalizes names for search: removes case, accents and compatibility forms in any script. A key consists of the
 * folded username and display name, delimited by line feeds, which folded text never contains.
 */
public final class SearchKey {

    /** Code points: as long as the column. */
    public static final int LONGEST = 500;

    private static final char EDGE = '\n';
    private static final Normalizer2 CASELESS = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Normalizer2 TOGETHER = Normalizer2.getNFCInstance();

    /** Latin letters with a stroke or ligature that Unicode does not decompose. */
    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ĸ', "k"));

    /** Combining classes of marks that change the letter rather than accent it: kana voicing marks and virama. */
    private static final int VOICING = 8;

    private static final int VIRAMA = 9;

    private SearchKey() {}

    public static String of(String username, String displayName) {
        var key = EDGE + fold(username) + EDGE + fold(displayName) + EDGE;
        if (Characters.count(key) <= LONGEST) return key;
        return key.substring(0, key.offsetByCodePoints(0, LONGEST));
    }

    /** Folds text into words separated by single spaces; empty if nothing is left. */
    public static String fold(String text) {
        var apart = APART.normalize(CASELESS.normalize(text));
        var folded = new StringBuilder(apart.length());
        boolean space = false;
        for (int i = 0; i < apart.length(); ) {
            int each = apart.codePointAt(i);
            i += Character.charCount(each);
            if (Characters.isSpace(each) || Character.isISOControl(each)) {
                space = !folded.isEmpty();
                continue;
            }
            if (isAccent(each)) continue;
            if (space) folded.append(' ');
            space = false;
            var plain = PLAIN.get(each);
            if (plain == null) folded.appendCodePoint(each);
            else folded.append(plain);
        }
        return TOGETHER.normalize(folded);
    }

    private static boolean isAccent(int codePoint) {
        int combining = UCharacter.getCombiningClass(codePoint);
        return combining != 0 && combining != VOICING && combining != VIRAMA
                || UCharacter.getType(codePoint) == UCharacter.ENCLOSING_MARK;
    }
}
