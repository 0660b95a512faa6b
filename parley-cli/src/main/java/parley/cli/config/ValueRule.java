package parley.cli.config;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What values a setting may have. The type follows from the documented default; {@link #SPECIAL} has the settings whose
 * default does not tell it.
 *
 * @param expected for the message
 */
record ValueRule(String expected, Predicate<String> test) {

    private static final ValueRule ANY = new ValueRule("anything", value -> true);
    private static final ValueRule BOOLEAN = oneOf("true", "false");
    private static final ValueRule INTEGER = new ValueRule("a whole number", value -> value.matches("-?[0-9]{1,18}"));
    private static final ValueRule PORT = new ValueRule(
            "a port, 1 to 65535, or -1 for off",
            value -> value.equals("-1") || value.matches("[0-9]{1,5}") && isBetween(value, 1, 65_535));
    private static final ValueRule LIMIT = new ValueRule(
            "limits such as 10:20/10m, separated by commas",
            value -> value.matches("[0-9]+:[0-9]+/[0-9]+[smh](,[0-9]+:[0-9]+/[0-9]+[smh])*"));
    private static final ValueRule NETWORKS = new ValueRule(
            "networks such as 10.0.0.0/8, separated by commas",
            value -> value.matches("[0-9a-fA-F.:]+/[0-9]{1,3}( *, *[0-9a-fA-F.:]+/[0-9]{1,3})*"));
    private static final ValueRule SERVERS = new ValueRule(
            "brokers as host:port, separated by commas",
            value -> value.matches("[^,:\\s]+:[0-9]{1,5}( *, *[^,:\\s]+:[0-9]{1,5})*"));
    private static final ValueRule PATH = new ValueRule(
            "a path such as /chat, without / at the end",
            value -> value.matches("(/[A-Za-z0-9_-]+)+") || value.equals("/"));
    private static final ValueRule USERNAMES = new ValueRule(
            "usernames (3 to 32 of a-z 0-9 . _ -), separated by commas",
            value -> value.matches("(?i) *[a-z0-9._-]{3,32}( *, *[a-z0-9._-]{3,32})* *"));
    private static final ValueRule ORIGINS = new ValueRule(
            "origins such as https://chat.example.org, separated by commas",
            value -> value.matches("https?://[^/,\\s]+( *, *https?://[^/,\\s]+)*"));
    private static final ValueRule EXPRESSION = new ValueRule("a regular expression", ValueRule::compiles);

    static final Map<String, ValueRule> SPECIAL = Map.ofEntries(
            Map.entry("PARLEY_ROLE", oneOf("all", "chat", "rest", "persister")),
            Map.entry("PARLEY_CONTEXT_ROOT", PATH),
            Map.entry("PARLEY_PATH", PATH),
            Map.entry("PARLEY_PROXIES", NETWORKS),
            Map.entry("PARLEY_PROXIES_REGEX", EXPRESSION),
            Map.entry("PARLEY_PROXYHEADER", oneOf("X-Forwarded-For", "Forwarded")),
            Map.entry("PARLEY_ORIGINS", ORIGINS),
            Map.entry("PARLEY_OPERATORS", USERNAMES),
            Map.entry("PARLEY_REGISTRATION", oneOf("open", "invited", "closed")),
            Map.entry("PARLEY_LOG_PRODUCTION", BOOLEAN),
            Map.entry("PARLEY_LOG_BOOTSTRAPSERVERS", SERVERS),
            Map.entry("PARLEY_LOG_SECURITYPROTOCOL", oneOf("PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL")),
            Map.entry("PARLEY_LOG_TRUSTSTORETYPE", oneOf("PEM", "PKCS12", "JKS")),
            Map.entry("PARLEY_LOG_KEYSTORETYPE", oneOf("PEM", "PKCS12", "JKS")),
            Map.entry("KAFKA_BOOTSTRAP_SERVERS", SERVERS),
            Map.entry("HTTP_PROTOCOL", oneOf("http/1.1", "http/2")),
            Map.entry("HTTPS_PORT", PORT),
            Map.entry("DB_PORT", PORT),
            Map.entry("DB_SSL_MODE", oneOf("DISABLED", "PREFERRED", "REQUIRED", "VERIFY_CA", "VERIFY_IDENTITY")));

    static ValueRule of(Setting setting) {
        var special = SPECIAL.get(setting.variable());
        if (special != null) return special;
        var value = setting.otherwise();
        if (setting.variable().endsWith("_PORT")) return PORT;
        if (value == null) return ANY;
        if (value.equals("true") || value.equals("false")) return BOOLEAN;
        if (value.matches("-?[0-9]+")) return INTEGER;
        return value.matches("[0-9]+:[0-9]+/[0-9]+[smh]") ? LIMIT : ANY;
    }

    boolean holds(String value) {
        return test.test(value);
    }

    private static ValueRule oneOf(String... values) {
        return new ValueRule("one of " + String.join(", ", values), Set.of(values)::contains);
    }

    private static boolean isBetween(String number, int least, int most) {
        int value = Integer.parseInt(number);
        return value >= least && value <= most;
    }

    private static boolean compiles(String expression) {
        try {
            Pattern.compile(expression);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
