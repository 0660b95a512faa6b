package parley.domain.message.entity;

/** What somebody wrote: 1 to 4,000 code points; never shown by {@code toString}. */
public record Body(String value) {

    public static final int MOST = 4_000;
    public static final String RULE = "body: 1 to 4,000 characters that are not all blank";

    public Body {
        if (value == null || value.isBlank()) throw new IllegalArgumentException(RULE);
        // Counting code points is for the few that could be too long only.
        if (value.length() > MOST && value.codePointCount(0, value.length()) > MOST) {
            throw new IllegalArgumentException(RULE);
        }
    }

    @Override
    public String toString() {
        return "Body[" + value.length() + "]";
    }
}
