package parley.domain.message.entity;

import parley.domain.text.TextRules;

/**
 * The text of a message: 1 to 4,000 code points, or {@link #NONE} for a message with files; {@code toString} does not contain it. The constructor accepts every
 * body that the log may hold, {@link #of} only what the current rules allow.
 */
public record Body(String value) {

    public static final int MOST = TextRules.MOST_OF_A_BODY;
    public static final Body NONE = new Body("");
    public static final String RULE = TextRules.BODY;

    public Body {
        if (value == null || value.isBlank() && !value.isEmpty()) throw new IllegalArgumentException(RULE);
        // Code points are counted only if the text could be too long.
        if (value.length() > MOST && value.codePointCount(0, value.length()) > MOST) {
            throw new IllegalArgumentException(RULE);
        }
    }

    /** @throws IllegalArgumentException if {@code written} violates a current rule */
    public static Body of(String written) {
        return new Body(TextRules.body(written));
    }

    public boolean isNone() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "Body[" + value.length() + "]";
    }
}
