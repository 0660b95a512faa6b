package parley.log.client;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the log is and which one: the same on all nodes. */
@Dependent
public class LogSettings {

    /** Partitions of {@code chat_messages}; never changed once the log is in use. */
    @Inject
    @ConfigProperty(name = "parley.log.partitions", defaultValue = "12")
    int partitions;

    /** Raised by an operator when the topic had to be made anew. */
    @Inject
    @ConfigProperty(name = "parley.log.epoch", defaultValue = "0")
    int epoch;

    /** Refuses fewer than 3 replicas and min.insync.replicas under 2. */
    @Inject
    @ConfigProperty(name = "parley.log.production", defaultValue = "false")
    boolean production;

    /** Comma-separated host:port. */
    @Inject
    @ConfigProperty(name = "parley.log.bootstrapServers")
    String bootstrapServers;

    @Inject
    @ConfigProperty(name = "parley.log.securityProtocol", defaultValue = "PLAINTEXT")
    String securityProtocol;

    @Inject
    @ConfigProperty(name = "parley.log.saslMechanism", defaultValue = "GSSAPI")
    String saslMechanism;

    @Inject
    @ConfigProperty(name = "parley.log.saslJaasConfig")
    Optional<String> saslJaasConfig;

    public int partitions() {
        return partitions;
    }

    public int epoch() {
        return epoch;
    }

    public boolean production() {
        return production;
    }

    /** What every client of Kafka begins with. */
    public Map<String, Object> client(String clientId) {
        var properties = new HashMap<String, Object>();
        properties.put("bootstrap.servers", bootstrapServers);
        properties.put("client.id", clientId);
        properties.put("security.protocol", securityProtocol);
        saslJaasConfig.ifPresent(config -> {
            properties.put("sasl.mechanism", saslMechanism);
            properties.put("sasl.jaas.config", config);
        });
        properties.put("metadata.recovery.strategy", "rebootstrap");
        properties.put("reconnect.backoff.max.ms", 1_000);
        properties.put("request.timeout.ms", 10_000);
        properties.put("default.api.timeout.ms", 10_000);
        return properties;
    }

    /** A consumer that is assigned its partitions and commits nothing. */
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
