package parley.domain.account.entity;

import com.ibm.icu.text.Normalizer2;
import java.util.List;
import parley.domain.text.TextRules;

/** 8 to 128 characters in NFC; never printed. */
public record Password(String value) {

    /** In UTF-16 code units; longer than any password in any normalization form. */
    private static final int LONGEST_CANDIDATE = 1_024;

    public Password {
        value = TextRules.passwordShape(value);
    }

    /** A new password, which must be hard to guess even for someone who knows {@code names}. */
    public static Password chosen(String value, String... names) {
        return new Password(TextRules.password(value, names));
    }

    /**
     * The forms of {@code candidate} that may have been hashed: passwords that predate normalization were hashed as
     * typed.
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
