package parley.log.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Address and identity of the log, which must be the same on all nodes. */
@Dependent
public class LogSettings {

    /** Partitions of {@code chat_messages}; must not change once the log is in use. */
    @Inject
    @ConfigProperty(name = "parley.log.partitions", defaultValue = "12")
    int partitions;

    /** Raised by the operator when the topic was recreated. */
    @Inject
    @ConfigProperty(name = "parley.log.epoch", defaultValue = "0")
    int epoch;

    /** Requires at least 3 replicas and min.insync.replicas of at least 2. */
    @Inject
    @ConfigProperty(name = "parley.log.production", defaultValue = "false")
    boolean production;

    /** Comma-separated host:port. */
    @Inject
    @ConfigProperty(name = "parley.log.bootstrapServers")
    String bootstrapServers;

    /** Production mode of the whole installation, which rejects unencrypted connections to remote brokers. */
    @Inject
    @ConfigProperty(name = "parley.production", defaultValue = "false")
    boolean productionEverywhere;

    public int partitions() {
        return partitions;
    }

    public int epoch() {
        return epoch;
    }

    public boolean production() {
        return production;
    }

    /** Why the configured connection is rejected; empty if it is allowed. */
    public Optional<String> refusal() {
        return production || productionEverywhere
                ? LogSecurity.refusal(bootstrapServers, LogSettings::config)
                : Optional.empty();
    }

    /** Properties common to all Kafka clients. */
    public Map<String, Object> client(String clientId) {
        var properties = new HashMap<String, Object>();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("client.id", clientId);
        properties.putAll(LogSecurity.properties(LogSettings::config));
        properties.put("metadata.recovery.strategy", "rebootstrap");
        properties.put("reconnect.backoff.max.ms", 1_000);
        properties.put("request.timeout.ms", 10_000);
        properties.put("default.api.timeout.ms", 10_000);
        return properties;
    }

    private static Optional<String> config(String key) {
        return ConfigProvider.getConfig().getOptionalValue(key, String.class);
    }

    /** Properties of a consumer that is assigned its partitions and commits nothing. */
    public Map<String, Object> reader(String clientId) {
        var properties = client(clientId);
        properties.put("enable.auto.commit", false);
        properties.put("allow.auto.create.topics", false);
        properties.put("auto.offset.reset", "none");
        properties.put("isolation.level", "read_uncommitted");
        properties.put("max.poll.records", 2_000);
        return properties;
    }

    public Map<String, Object> producer(String clientId) {
        var properties = client(clientId);
        properties.put("acks", "all");
        properties.put("enable.idempotence", true);
        properties.put("delivery.timeout.ms", 30_000);
        properties.put("max.block.ms", 2_000);
        return properties;
    }
}
