package parley.domain.account.control;

import java.text.Normalizer;

/** What somebody gives as a password, before it is hashed or compared. */
final class Candidate {

    /** Far above the longest password; more would only cost time. */
    private static final int LONGEST = 1_024;

    private Candidate() {}

    /** Not empty, and without control characters. */
    static boolean isPossible(String candidate) {
        boolean fits = !candidate.isEmpty() && candidate.length() <= LONGEST;
        return fits && candidate.chars().noneMatch(Character::isISOControl);
    }

    /** Composed (NFC): the same letters, however a keyboard makes them. */
    static String composed(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    /** Of a hash as Jakarta Security writes it, {@code algorithm:iterations:salt:key}; the most where that is not known. */
    static int iterations(String hash) {
        var parts = hash.split(":");
        try {
            return parts.length == 4 ? Integer.parseInt(parts[1]) : Integer.MAX_VALUE;
        } catch (NumberFormatException otherForm) {
            return Integer.MAX_VALUE;
        }
    }
}
