package parley.web.platform.limits;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A network in CIDR notation. Addresses are literals, so nothing here queries a name server. */
public record CidrBlock(byte[] address, int bits) {

    private static final Pattern IPV4 = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
    private static final int IPV6_GROUP = 64;

    /** @throws IllegalArgumentException if {@code text} is neither an address nor {@code address/bits} */
    public static CidrBlock parse(String text) {
        int slash = text.indexOf('/');
        var literal = slash < 0 ? text : text.substring(0, slash);
        var address = literal(literal.strip()).orElseThrow(() -> wrong(text)).getAddress();
        try {
            int bits = slash < 0
                    ? address.length * 8
                    : Integer.parseInt(text.substring(slash + 1).strip());
            if (bits < 0 || bits > address.length * 8) throw wrong(text);
            return new CidrBlock(address, bits);
        } catch (NumberFormatException noNumber) {
            throw wrong(text);
        }
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("\"" + text + "\" is not a network such as 10.0.0.0/8 or 2001:db8::/32");
    }

    static Optional<InetAddress> literal(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        return sameBits(address, other.getAddress(), bits);
    }

    private static boolean sameBits(byte[] one, byte[] other, int bits) {
        if (one.length != other.length) return false;
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % 8);
            if ((one[i / 8] & mask) != (other[i / 8] & mask)) return false;
        }
        return true;
    }

    /** The key that limits count by: an IPv4 address, or the /64 of an IPv6 address, which belongs to one customer. */
    static String group(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == 4) return address.getHostAddress();
        for (int i = IPV6_GROUP / 8; i < bytes.length; i++) bytes[i] = 0;
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + IPV6_GROUP;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
