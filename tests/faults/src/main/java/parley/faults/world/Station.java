package parley.faults.world;

import java.util.HashMap;
import java.util.Map;
import parley.cluster.world.BrokerServer;
import parley.cluster.world.DatabaseServer;
import parley.cluster.world.Link;
import parley.cluster.world.Node;
import parley.cluster.world.Places;

/** A server and its ways to the others. */
public record Station(Node node, Link toBroker, Link toDatabase) {

    static Station chat(
            String name, BrokerServer broker, DatabaseServer database, Names names, Map<String, String> more) {
        return placed(name, "chat", "chat-ear/target/chat.ear", broker, database, names, more);
    }

    static Station persister(
            String name, BrokerServer broker, DatabaseServer database, Names names, Map<String, String> more) {
        return placed(name, "persister", "chat-persister/target/chat-persister.war", broker, database, names, more);
    }

    private static Station placed(
            String name,
            String role,
            String archive,
            BrokerServer broker,
            DatabaseServer database,
            Names names,
            Map<String, String> more) {
        var toBroker = broker.door(name);
        var toDatabase = database.door();
        var surroundings = new HashMap<>(database.address().environment(toDatabase));
        surroundings.put("DB_HOST", Names.DATABASE);
        surroundings.putAll(Limits.environment());
        surroundings.put("KAFKA_BOOTSTRAP_SERVERS", toBroker.address());
        surroundings.put(
                "PARLEY_TOKEN_KEY_FILE",
                Places.made(Places.WORLD).resolve("token-key.json").toString());
        surroundings.put("PARLEY_PASSWORD_ITERATIONS", "2000");
        // Two cores and six servers: what starts quickly is worth more here than what is fast in an hour.
        surroundings.putAll(more);
        surroundings.put(
                "JVM_ARGS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 %s %s"
                        .formatted(names.options(), more.getOrDefault("JVM_ARGS", "")));
        return new Station(new Node(name, role, archive, surroundings), toBroker, toDatabase);
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
