package parley.web.preview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import parley.web.platform.limits.CidrBlock;
import parley.web.preview.address.AddressRules;
import parley.web.preview.address.HostRules;
import parley.web.preview.address.TargetRules;
import parley.web.preview.fetch.FetchLimits;

/** Whether and what this node fetches for previews of links. */
@Dependent
public class PreviewSettings {

    @Inject
    @ConfigProperty(name = "parley.previews.enabled", defaultValue = "false")
    boolean enabled;

    /** With all hosts below them; all hosts if absent. */
    @Inject
    @ConfigProperty(name = "parley.previews.allowedHosts")
    Optional<List<String>> allowedHosts;

    @Inject
    @ConfigProperty(name = "parley.previews.deniedHosts")
    Optional<List<String>> deniedHosts;

    /** Private networks that may be fetched from. */
    @Inject
    @ConfigProperty(name = "parley.previews.allowedNetworks")
    Optional<List<String>> allowedNetworks;

    @Inject
    @ConfigProperty(name = "parley.previews.ports", defaultValue = "80,443")
    Set<Integer> ports;

    @Inject
    @ConfigProperty(name = "parley.previews.timeoutMillis", defaultValue = "5000")
    int timeoutMillis;

    /** Of a page. */
    @Inject
    @ConfigProperty(name = "parley.previews.maxBytes", defaultValue = "524288")
    int maxBytes;

    public boolean isOn() {
        return enabled;
    }

    TargetRules targets() {
        return new TargetRules(
                ports,
                new HostRules(allowedHosts.orElse(List.of()), deniedHosts.orElse(List.of())),
                new AddressRules(allowedNetworks.stream()
                        .flatMap(List::stream)
                        .map(CidrBlock::parse)
                        .toList()),
                InetAddress::getAllByName);
    }

    FetchLimits limits() {
        return new FetchLimits(Duration.ofMillis(timeoutMillis), maxBytes);
    }
}
