package parley.domain.conversation.entity;

/** A group's name: 1 to 100 code points that can be seen. */
public record Title(String value) {

    public static final String RULE = "title: 1 to 100 characters, no control characters";
    private static final int MOST = 100;

    public Title {
        if (value == null) throw new IllegalArgumentException(RULE);
        value = value.strip();
        boolean fits = !value.isEmpty() && value.codePointCount(0, value.length()) <= MOST;
        if (!fits || value.chars().anyMatch(Character::isISOControl)) throw new IllegalArgumentException(RULE);
    }
}
