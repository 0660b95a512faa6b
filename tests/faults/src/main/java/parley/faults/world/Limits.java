package parley.faults.world;

import java.util.Map;

/**
 * Limits of the servers under test. All clients share one address, so that the limits per address do not apply; those per
 * user and of failed sign-ins keep their defaults, so that floods exceed them.
 */
final class Limits {

    /** Burst, and refill per second. */
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
