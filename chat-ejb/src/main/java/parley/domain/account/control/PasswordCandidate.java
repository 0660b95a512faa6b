package parley.domain.account.control;

import java.text.Normalizer;

/** Checks a submitted password before it is hashed or compared. */
final class PasswordCandidate {

    /** Far above the longest password; bounds the cost of hashing. */
    private static final int LONGEST = 1_024;

    private PasswordCandidate() {}

    /** Not empty, and without control characters. */
    static boolean isPossible(String candidate) {
        boolean fits = !candidate.isEmpty() && candidate.length() <= LONGEST;
        return fits && candidate.chars().noneMatch(Character::isISOControl);
    }

    /** NFC-normalized, so that the keyboard's composition of accents does not matter. */
    static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Iterations of a hash in Jakarta Security's format {@code algorithm:iterations:salt:key}; MAX_VALUE if unknown. */
    static int iterations(String hash) {
        var parts = hash.split(":");
        try {
            return parts.length == 4 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
        } catch (NumberFormatException otherForm) {
            return Integer.MAX_VALUE;
        }
    }
}
