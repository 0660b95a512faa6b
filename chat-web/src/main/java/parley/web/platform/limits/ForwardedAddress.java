package parley.web.platform.limits;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The client's address: the peer's, or the forwarded one if the peer is a configured proxy. The list of addresses is
 * read from the right, only as far as configured proxies wrote it; anything further left was written by the client.
 */
final class ForwardedAddress {

    private static final int MAX_HOPS = 20;

    private final List<CidrBlock> proxies;
    private final boolean rfc7239;

    /** @param header {@code X-Forwarded-For}, or {@code Forwarded} (RFC 7239) */
    ForwardedAddress(List<CidrBlock> proxies, String header) {
        this.proxies = List.copyOf(proxies);
        this.rfc7239 = header.equalsIgnoreCase("Forwarded");
    }

    /**
     * @param peer the socket's remote address
     * @param headers the values of the header, in the order of the request
     */
    String of(String peer, List<String> headers) {
        return find(peer, headers).map(CidrBlock::group).orElse("unknown");
    }

    /** Empty if the peer has no IP address. The parameters are those of {@link #of}. */
    Optional<InetAddress> find(String peer, List<String> headers) {
        var address = CidrBlock.literal(peer).orElse(null);
        if (address == null) return Optional.empty();
        var hops = hops(headers);
        for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MAX_HOPS && isOurs(address); i--) {
            var before = CidrBlock.literal(hops.get(i));
            if (before.isEmpty()) break;
            address = before.get();
        }
        return Optional.of(address);
    }

    private boolean isOurs(InetAddress address) {
        return proxies.stream().anyMatch(network -> network.contains(address));
    }

    private List<String> hops(List<String> headers) {
        var hops = new ArrayList<String>();
        if (proxies.isEmpty()) return hops;
        for (var header : headers) {
            for (var element : header.split(",")) hops.add(bare(rfc7239 ? element(element) : element.strip()));
        }
        return hops;
    }

    /** The {@code for} of one element of {@code Forwarded}. */
    private static String element(String element) {
        for (var pair : element.split(";")) {
            var text = pair.strip();
            if (text.toLowerCase(Locale.ROOT).startsWith("for="))
                return text.substring(4).strip().replace("\"", "");
        }
        return "";
    }

    /** Removes brackets and port. */
    private static String bare(String node) {
        if (node.startsWith("[")) return node.substring(1, Math.max(1, node.indexOf(']')));
        int colon = node.indexOf(':');
        return colon >= 0 && colon == node.lastIndexOf(':') ? node.substring(0, colon) : node;
    }

    static Optional<String> invalid(String header) {
        boolean known = header.equalsIgnoreCase("X-Forwarded-For") || header.equalsIgnoreCase("Forwarded");
        return known
                ? Optional.empty()
                : Optional.of("parley.proxyHeader is " + header + ": X-Forwarded-For or Forwarded is needed");
    }
}
