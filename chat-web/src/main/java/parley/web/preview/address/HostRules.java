package parley.web.preview.address;

import java.util.List;

/**
 * Which hosts may be fetched by their name. Each entry stands for a host and all hosts below it.
 *
 * @param allowed all others are denied; if empty, none is
 * @param denied takes precedence
 */
public record HostRules(List<String> allowed, List<String> denied) {

    /** @throws IllegalArgumentException if an entry is no host */
    public HostRules {
        allowed = normalized(allowed);
        denied = normalized(denied);
    }

    boolean allow(String host) {
        return !has(denied, host) && (allowed.isEmpty() || has(allowed, host));
    }

    private static boolean has(List<String> hosts, String host) {
        return hosts.stream().anyMatch(entry -> host.equals(entry) || host.endsWith("." + entry));
    }

    private static List<String> normalized(List<String> hosts) {
        return hosts.stream().map(String::strip).map(HostRules::normalized).toList();
    }

    private static String normalized(String host) {
        try {
            return HostName.normalized(host);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("\"" + host + "\" is not a host such as example.org", wrong);
        }
    }
}
