package parley.web.platform.limits;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Determines the address of a request for limits and security events. */
@ApplicationScoped
public class ClientAddress {

    /** Networks of the proxies in front of this node, in CIDR notation. Headers of other peers are ignored. */
    @Inject
    @ConfigProperty(name = "parley.proxies")
    Optional<List<String>> proxies;

    /** The header that these proxies write; clients could write any other. */
    @Inject
    @ConfigProperty(name = "parley.proxyHeader", defaultValue = "X-Forwarded-For")
    String header;

    private ForwardedAddress forwarded;

    /** Creates this bean at startup, so that an invalid configuration fails the start and not the first request. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    @PostConstruct
    void begin() {
        ForwardedAddress.invalid(header).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        var networks = proxies.orElse(List.of()).stream()
                .map(String::strip)
                .map(CidrBlock::parse)
                .toList();
        forwarded = new ForwardedAddress(networks, header);
    }

    public String of(HttpServletRequest request) {
        return forwarded.of(request.getRemoteAddr(), Collections.list(request.getHeaders(header)));
    }

    /** Whether the client runs on this machine, and not only a proxy in front of this node. */
    public boolean isOfThisMachine(HttpServletRequest request) {
        var own = CidrBlock.literal(request.getLocalAddr());
        return forwarded
                .find(request.getRemoteAddr(), Collections.list(request.getHeaders(header)))
                .filter(address -> address.isLoopbackAddress()
                        || own.filter(address::equals).isPresent())
                .isPresent();
    }
}
