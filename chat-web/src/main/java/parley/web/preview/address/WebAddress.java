package parley.web.preview.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An absolute address with {@code http} or {@code https}, without user and fragment.
 *
 * @param host in lower case and ASCII; IPv6 addresses without their brackets
 * @param uri with all parts encoded
 */
public record WebAddress(String scheme, String host, int port, URI uri) {

    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]*)([^#]*)(?:#.*)?");
    /** With what browsers ignore or read as a slash left out: two readers must not see two hosts. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^@:\\[\\]\\\\%\\s]+)(?::(\\d{1,5}))?");

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException if this is not such an address, or one that can be read in several ways */
    public static WebAddress parse(String text) {
        var parts = PARTS.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("neither http nor https");
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        var authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches() || parts.group(3).indexOf('\\') >= 0)
            throw new IllegalArgumentException("neither a host nor a host with a port");
        int standard = scheme.equals("https") ? HTTPS : HTTP;
        int port = authority.group(2) == null ? standard : Integer.parseInt(authority.group(2));
        if (port == 0 || port > LAST_PORT) throw new IllegalArgumentException("no such port");
        var host = HostName.normalized(authority.group(1));
        var shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
        var origin = scheme + "://" + shown + (port == standard ? "" : ":" + port);
        try {
            var uri = new URI(origin + (parts.group(3).isEmpty() ? "/" : parts.group(3)));
            return new WebAddress(scheme, host, port, URI.create(uri.toASCIIString()));
        } catch (URISyntaxException invalid) {
            throw new IllegalArgumentException("no valid path", invalid);
        }
    }

    /** Where a redirect from here leads to. */
    public WebAddress redirected(String location) {
        try {
            return parse(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException invalid) {
            throw new IllegalArgumentException("no valid location", invalid);
        }
    }

    @Override
    public String toString() {
        // Paths and queries can be secret.
        return scheme + "://" + host + ":" + port;
    }
}
