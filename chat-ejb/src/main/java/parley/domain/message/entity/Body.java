package parley.domain.message.entity;

import parley.domain.text.TextRules;

/**
 * What somebody wrote: 1 to 4,000 code points; never shown by {@code toString}. Any that the log holds can be made;
 * what is written now comes through {@link #of}.
 */
public record Body(String value) {

    public static final int MOST = TextRules.MOST_OF_A_BODY;
    public static final String RULE = TextRules.BODY;

    public Body {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(RULE);
        // Counting code points is for the few that could be too long only.
        if (value.length() > MOST && value.codePointCount(0, value.length()) > MOST) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** @throws IllegalArgumentException where {@code written} breaks a rule of today */
    public static Body of(String written) {
        return new Body(TextRules.body(written));
    }

    @Override
    public String toString() {
        return "Body[" + value.length() + "]";
    }
}
