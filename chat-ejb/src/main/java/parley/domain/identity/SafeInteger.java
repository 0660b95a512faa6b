package parley.domain.identity;

/** Range checks for integers that JavaScript clients must represent exactly. */
final class SafeInteger {

    private static final long LIMIT = 1L << 53;

    private SafeInteger() {}

    static void positive(String what, long value) {
        if (value <= 0 || value >= LIMIT) throw new IllegalArgumentException(what + " out of range: " + value);
    }

    static void natural(String what, long value) {
        if (value < 0 || value >= LIMIT) throw new IllegalArgumentException(what + " out of range: " + value);
    }

    static long parse(String what, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(what + " is not a number: " + text, notANumber);
        }
    }
}
