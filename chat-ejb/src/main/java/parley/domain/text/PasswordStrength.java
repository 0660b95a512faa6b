package parley.domain.text;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How many guesses a password takes, as zxcvbn estimates it. */
public final class PasswordStrength {

    /** 2 of 0 to 4: at least a million guesses. */
    private static final int LEAST_SCORE = 2;

    /** The time for an estimate grows faster than the password, and whatever begins well is good enough. */
    private static final int MOST_MEASURED = 50;

    private static final Pattern WORDS = Pattern.compile("[\\s._-]+");

    private PasswordStrength() {}

    /** Reads the word lists, which takes about a second: called before anybody waits for it. */
    public static void prepare() {
        Lists.MEASURE.measure("prepared");
    }

    static void require(String password, List<String> names) {
        var fold = password.toLowerCase(Locale.ROOT);
        var known = known(names);
        if (known.contains(fold)) throw new IllegalArgumentException("password: not your own name, please");
        int end = password.offsetByCodePoints(0, Math.min(MOST_MEASURED, Characters.count(password)));
        if (Lists.MEASURE.measure(password.substring(0, end), known).getScore() < LEAST_SCORE) {
            throw new IllegalArgumentException(
                    "password: too easy to guess; three or four unrelated words make a good one");
        }
    }

    private static List<String> known(List<String> names) {
        var known = new ArrayList<>(List.of("parley"));
        for (var name : names) {
            if (name == null) continue;
            var fold = name.toLowerCase(Locale.ROOT);
            known.add(fold);
            known.addAll(List.of(WORDS.split(fold)));
        }
        known.removeIf(String::isEmpty);
        return known;
    }

    /** Made at the first use. */
    private static final class Lists {
        static final Zxcvbn MEASURE = new Zxcvbn();
    }
}
