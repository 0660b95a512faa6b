package parley.log.client;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Maps one set of configuration keys to the security properties of all Kafka clients, including those of the channels.
 * The broker's host name is always verified. A secret is read from its key, or from the file that the key with suffix
 * {@code File} names.
 */
public final class LogSecurity {

    private record Setting(String key, String property, boolean secret) {}

    private static final List<Setting> SETTINGS = List.of(
            setting("parley.log.securityProtocol", "security.protocol"),
            setting("parley.log.saslMechanism", "sasl.mechanism"),
            secret("parley.log.saslJaasConfig", "sasl.jaas.config"),
            setting("parley.log.trustStore", "ssl.truststore.location"),
            setting("parley.log.trustStoreType", "ssl.truststore.type"),
            secret("parley.log.trustStorePassword", "ssl.truststore.password"),
            setting("parley.log.keyStore", "ssl.keystore.location"),
            setting("parley.log.keyStoreType", "ssl.keystore.type"),
            secret("parley.log.keyStorePassword", "ssl.keystore.password"),
            secret("parley.log.keyPassword", "ssl.key.password"));

    private LogSecurity() {}

    /**
     * Returns Kafka's properties; those that are not configured are absent.
     *
     * @param config returns the value of a key
     * @throws IllegalArgumentException if a secret is configured twice, or its file cannot be read
     */
    public static Map<String, String> properties(Function<String, Optional<String>> config) {
        var properties = new HashMap<String, String>();
        for (var setting : SETTINGS)
            value(setting, config).ifPresent(value -> properties.put(setting.property(), value));
        return properties;
    }

    /** Why production mode rejects these brokers: the connection is not encrypted and nobody configured that. */
    static Optional<String> refusal(String bootstrapServers, Function<String, Optional<String>> config) {
        if (config.apply("parley.log.securityProtocol").isPresent() || isLoopback(bootstrapServers))
            return Optional.empty();
        return Optional.of(
                "production mode requires an encrypted connection to the broker %s: set parley.log.securityProtocol (SASL_SSL or SSL; PLAINTEXT to disable encryption deliberately)"
                        .formatted(bootstrapServers));
    }

    /** Whether all of these, {@code host:port,…}, are loopback addresses. */
    static boolean isLoopback(String bootstrapServers) {
        return Arrays.stream(bootstrapServers.split(",")).map(String::strip).allMatch(server -> {
            var host = server.substring(0, Math.max(0, server.lastIndexOf(':')));
            return host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
        });
    }

    private static Optional<String> value(Setting setting, Function<String, Optional<String>> config) {
        var value = config.apply(setting.key());
        if (!setting.secret()) return value;
        return SecretSetting.read(setting.key(), value, config.apply(setting.key() + "File"));
    }

    private static Setting setting(String key, String property) {
        return new Setting(key, property, false);
    }

    private static Setting secret(String key, String property) {
        return new Setting(key, property, true);
    }
}
