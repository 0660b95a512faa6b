package parley.domain.account.entity;

import java.util.Optional;

/**
 * What a client says about its program and device. It is shown to the user and proves nothing.
 *
 * @param text 1 to 255 characters of printable ASCII
 */
public record UserAgent(String text) {

    private static final int MAX = 255;

    public UserAgent {
        if (text.isBlank() || text.length() > MAX) throw new IllegalArgumentException("userAgent: 1 to 255 characters");
        if (!isPrintable(text)) throw new IllegalArgumentException("userAgent: printable ASCII");
    }

    /**
     * @param header {@code User-Agent} as the client sent it, or null; shortened if it is too long
     * @return empty if it contains nothing
     */
    public static Optional<UserAgent> of(String header) {
        if (header == null) return Optional.empty();
        var printable = new StringBuilder();
        header.strip()
                .chars()
                .limit(MAX)
                .forEach(character -> printable.append(isPrintable(character) ? (char) character : '?'));
        return printable.isEmpty() ? Optional.empty() : Optional.of(new UserAgent(printable.toString()));
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(UserAgent::isPrintable);
    }

    private static boolean isPrintable(int character) {
        return character >= ' ' && character <= '~';
    }
}
