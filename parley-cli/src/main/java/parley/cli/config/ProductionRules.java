package parley.cli.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What production mode requires of settings that depend on each other. */
final class ProductionRules {

    private static final Set<String> VERIFIED = Set.of("VERIFY_CA", "VERIFY_IDENTITY");

    /** As in server.xml, and as the server recognizes its own machine: it does not start with what is a finding here. */
    private static final String DEFAULT_HOST = "127.0.0.1";

    private static final String LOOPBACK = "(?i)localhost|::1|\\[::1]|127(\\.\\d{1,3}){3}";

    private ProductionRules() {}

    /**
     * @param settings by environment variable
     * @return problems by the setting that causes them
     */
    static Map<String, String> problems(Map<String, String> settings) {
        var problems = new LinkedHashMap<String, String>();
        if (!settings.getOrDefault("PARLEY_PRODUCTION", "").equals("true")) return problems;
        var mode = settings.getOrDefault("DB_SSL_MODE", "");
        // Without a value, production mode verifies the certificate.
        if (!mode.isEmpty() && !VERIFIED.contains(mode) && !isLocal(settings))
            problems.put(
                    "DB_SSL_MODE",
                    "production mode accepts only VERIFY_IDENTITY and VERIFY_CA for a database on another machine");
        if (!settings.containsKey("PARLEY_TOKEN_KEYFILE") && !settings.containsKey("PARLEY_TOKEN_KEY_FILE"))
            problems.put("PARLEY_TOKEN_KEY_FILE", "in production all nodes need the same key; name its file");
        if (settings.containsKey("PARLEY_PROXIES") != settings.containsKey("PARLEY_PROXIES_REGEX"))
            problems.put("PARLEY_PROXIES", "set it together with PARLEY_PROXIES_REGEX");
        return problems;
    }

    private static boolean isLocal(Map<String, String> settings) {
        var host = settings.getOrDefault("DB_HOST", "");
        return (host.isEmpty() ? DEFAULT_HOST : host).matches(LOOPBACK);
    }
}
