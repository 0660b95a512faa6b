package parley.domain.production;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How the database is reached: its host and Connector/J's {@code sslMode}. */
record DatabaseTransport(String host, String sslMode) {

    private static final Set<String> VERIFIED = Set.of("VERIFY_CA", "VERIFY_IDENTITY");

    boolean isLoopback() {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    /** What production mode rejects: without a verified certificate, anyone on the network path can impersonate the database. */
    Optional<String> fault() {
        if (isLoopback() || VERIFIED.contains(sslMode.toUpperCase(Locale.ROOT))) return Optional.empty();
        return Optional.of("Production mode requires a verified certificate for the database at " + host + ", but"
                + " DB_SSL_MODE is " + sslMode + ": leave it unset, or set it to VERIFY_IDENTITY or VERIFY_CA,"
                + " and name the authority's certificate in DB_TRUSTSTORE.");
    }
}
