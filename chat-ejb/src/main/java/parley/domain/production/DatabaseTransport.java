package parley.domain.production;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the database is reached: its host, and Connector/J's {@code sslMode}. */
record DatabaseTransport(String host, String sslMode) {

    private static final Set<String> VERIFIED = Set.of("VERIFY_CA", "VERIFY_IDENTITY");

    boolean isLoopback() {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** What is wrong with it in production mode: without a verified certificate anybody on the way can answer for the database. */
    Optional<String> fault() {
        if (isLoopback() || VERIFIED.contains(sslMode.toUpperCase(Locale.ROOT))) return Optional.empty();
        return Optional.of(
                "In production mode the database at " + host + " is reached with a verified certificate only, and"
                        + " DB_SSL_MODE is " + sslMode + ": leave it unset, or set it to VERIFY_IDENTITY or VERIFY_CA,"
                        + " and name the authority's certificate in DB_TRUSTSTORE.");
    }
}
