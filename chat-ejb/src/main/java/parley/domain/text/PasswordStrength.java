package parley.domain.text;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Estimates a password's strength with zxcvbn. */
public final class PasswordStrength {

    /** Minimum zxcvbn score, on a scale of 0 to 4: at least a million guesses. */
    private static final int LEAST_SCORE = 2;

    /** Limits the estimate, whose cost grows faster than the password's length; a strong prefix suffices. */
    private static final int MOST_MEASURED = 50;

    private static final Pattern WORDS = Pattern.compile("[\\s._-]+");

    private PasswordStrength() {}

    /** Loads the word lists ahead of the first request, because it takes about a second. */
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

    /** Loaded on first use. */
    private static final class Lists {
        static final Zxcvbn MEASURE = new Zxcvbn();
    }
}
