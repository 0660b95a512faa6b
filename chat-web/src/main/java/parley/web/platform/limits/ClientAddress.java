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

/** The address that limits and security events count a request by. */
@ApplicationScoped
public class ClientAddress {

    /** Networks of the proxies in front of this node, in CIDR notation; nobody else's header is believed. */
    @Inject
    @ConfigProperty(name = "parley.proxies")
    Optional<List<String>> proxies;

    /** What these proxies write; the other one could be written by anybody. */
    @Inject
    @ConfigProperty(name = "parley.proxyHeader", defaultValue = "X-Forwarded-For")
    String header;

    private ForwardedAddress forwarded;

    /** A configuration that cannot be read ends the start, rather than the first request. */
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
}
