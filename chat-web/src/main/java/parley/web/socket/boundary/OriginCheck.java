package parley.web.socket.boundary;

import java.net.URI;

/** What a browser says of the page that opens a socket (RFC 6454). */
final class OriginCheck {

    private OriginCheck() {}

    /**
     * Whether the page came from the host that the handshake goes to.
     *
     * @param scheme of the handshake, or null where that is not known
     * @param host the handshake's Host, or null
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
