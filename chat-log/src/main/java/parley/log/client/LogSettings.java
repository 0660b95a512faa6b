package parley.log.client;

import jakarta.enterprise.context.Dependent;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/** Where the log is and which one: the same on all nodes. */
@Dependent
@ConfigProperties(prefix = "parley.log")
public class LogSettings {

    /** Partitions of {@code chat_messages}; never changed once the log is in use. */
    int partitions = 12;

    /** Raised by an operator when the topic had to be made anew. */
    int epoch = 0;

    /** Refuses fewer than 3 replicas and min.insync.replicas under 2. */
    boolean production = false;

    /** Comma-separated host:port. */
    String bootstrapServers;

    String securityProtocol = "PLAINTEXT";
    String saslMechanism = "GSSAPI";
    String saslJaasConfig = "";

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
        if (!saslJaasConfig.isEmpty()) {
            properties.put("sasl.mechanism", saslMechanism);
            properties.put("sasl.jaas.config", saslJaasConfig);
        }
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
