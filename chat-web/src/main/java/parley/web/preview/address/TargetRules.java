package parley.web.preview.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.stream.Stream;

/** Decides whether an address may be fetched, and to which network address the connection goes. */
public final class TargetRules {

    /** Looks up the addresses of a host, which need not be the same each time. */
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** The address must not be fetched. */
    public static final class Denied extends IOException {

        private static final long serialVersionUID = 1L;

        Denied(String why) {
            super(why);
        }
    }

    private final Set<Integer> ports;
    private final HostRules hosts;
    private final AddressRules addresses;
    private final Resolver resolver;

    public TargetRules(Set<Integer> ports, HostRules hosts, AddressRules addresses, Resolver resolver) {
        this.ports = Set.copyOf(ports);
        this.hosts = hosts;
        this.addresses = addresses;
        this.resolver = resolver;
    }

    /**
     * Looks the host up once. A host of which one address is denied is denied as a whole: nobody should depend on the
     * order of an answer that its owner chooses.
     *
     * @return the only address that may be connected to
     * @throws Denied if the address must not be fetched
     */
    public InetAddress require(WebAddress address) throws IOException {
        if (!ports.contains(address.port())) throw new Denied("Port " + address.port() + " is not allowed.");
        if (!hosts.allow(address.host())) throw new Denied("The host is not allowed.");
        var found = resolver.resolve(address.host());
        if (found.length == 0) throw new UnknownHostException(address.host());
        if (!Stream.of(found).allMatch(addresses::allow)) throw new Denied("The host has a private address.");
        return found[0];
    }
}
