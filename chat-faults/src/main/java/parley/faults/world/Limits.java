package parley.faults.world;

import java.util.Map;

/**
 * Limits of the servers under test. The whole crowd comes from one address and would exceed what is meant for one
 * household; what is meant for one user stays as it is, so that a flood meets its limits.
 */
final class Limits {

    private Limits() {}

    static Map<String, String> environment() {
        return Map.of();
    }
}
