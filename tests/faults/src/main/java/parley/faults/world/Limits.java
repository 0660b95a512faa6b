package parley.faults.world;

import java.util.Map;

/**
 * Limits of the servers under test. The whole crowd comes from one address, for which the limits of an address are not
 * meant; those of one user, and of attempts to sign in that fail, stay as they are, so that a flood meets them.
 */
final class Limits {

    /** At once, and in each second. */
    private static final String ANY = "100000:100000/1s";

    private Limits() {}

    static Map<String, String> environment() {
        return Map.of(
                "PARLEY_LIMITS_SIGNIN", ANY,
                "PARLEY_LIMITS_REGISTRATION", ANY,
                "PARLEY_LIMITS_HANDSHAKE", ANY,
                "PARLEY_LIMITS_ANONYMOUS", ANY,
                "PARLEY_PASSWORD_WAITING", "1000");
    }
}
