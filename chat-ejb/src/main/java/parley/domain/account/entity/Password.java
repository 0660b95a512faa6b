package parley.domain.account.entity;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import parley.domain.text.TextRules;

/** 8 to 128 characters in NFC; never shown. */
public record Password(String value) {

    /** In UTF-16: no password has more, in any spelling. */
    private static final int LONGEST_CANDIDATE = 1_024;

    public Password {
        value = TextRules.passwordShape(value);
    }

    /** One that is set now: it must not be easy to guess for somebody who knows {@code names}. */
    public static Password chosen(String value, String... names) {
        return new Password(TextRules.password(value, names));
    }

    /**
     * What may have been hashed when its owner typed {@code candidate}: passwords from before this rule were hashed as
     * they came.
     */
    public static List<String> spellings(String candidate) {
        if (candidate.length() > LONGEST_CANDIDATE) return List.of(candidate);
        var composed = Normalizer2.getNFCInstance().normalize(candidate);
        return composed.equals(candidate) ? List.of(candidate) : List.of(composed, candidate);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
