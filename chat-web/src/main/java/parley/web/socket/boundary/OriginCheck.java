package parley.web.socket.boundary;

import java.net.URI;

/** Checks the Origin (RFC 6454) that a browser sends for the page that opens a socket. */
final class OriginCheck {

    private OriginCheck() {}

    /**
     * Whether the page has the same host as the handshake.
     *
     * @param scheme the scheme of the handshake, or null if unknown
     * @param host the Host header of the handshake, or null
     */
    static boolean isOf(String origin, String scheme, String host) {
        try {
            var uri = URI.create(origin);
            boolean known = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return known
                    && (scheme == null || scheme.equals(uri.getScheme()))
                    && uri.getAuthority() != null
                    && uri.getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException noUri) {
            return false;
        }
    }
}
