package parley.web.preview.address;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import parley.web.platform.limits.CidrBlock;

/**
 * Which addresses may be connected to: those of the Internet, and private ones that the operator allows.
 *
 * @param allowed networks that may be fetched although they are private
 */
public record AddressRules(List<CidrBlock> allowed) {

    /** The special-purpose registry of IANA, and multicast. Addresses that contain an IPv4 address are no way around it. */
    private static final List<CidrBlock> SPECIAL_IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    /** Everything else of IPv6 is local, mapped, translated or not assigned. */
    private static final CidrBlock GLOBAL_IPV6 = CidrBlock.parse("2000::/3");

    private static final List<CidrBlock> SPECIAL_IPV6 =
            blocks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    public AddressRules {
        allowed = List.copyOf(allowed);
    }

    boolean allow(InetAddress address) {
        return contain(allowed, address) || isGlobal(address);
    }

    private static boolean isGlobal(InetAddress address) {
        // Java has IPv4 addresses in IPv6, ::ffff:10.0.0.1, as IPv4 addresses.
        if (address.getAddress().length == 4) return !contain(SPECIAL_IPV4, address);
        return GLOBAL_IPV6.contains(address) && !contain(SPECIAL_IPV6, address);
    }

    private static boolean contain(List<CidrBlock> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    private static List<CidrBlock> blocks(String... networks) {
        return Stream.of(networks).map(CidrBlock::parse).toList();
    }
}
