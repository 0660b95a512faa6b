package parley.faults.world;

import java.util.HashMap;
import java.util.Map;
import parley.cluster.server.BrokerServer;
import parley.cluster.server.DatabaseServer;
import parley.cluster.server.Node;
import parley.cluster.server.TcpProxy;
import parley.cluster.server.TestPaths;

/** A server and its ways to the others. */
public record ServerUnderTest(Node node, TcpProxy toBroker, TcpProxy toDatabase) {

    static ServerUnderTest chat(
            String name, BrokerServer broker, DatabaseServer database, Names names, Map<String, String> more) {
        return placed(name, "chat", "chat-ear/target/chat.ear", broker, database, names, more);
    }

    static ServerUnderTest persister(
            String name, BrokerServer broker, DatabaseServer database, Names names, Map<String, String> more) {
        return placed(name, "persister", "chat-persister/target/chat-persister.war", broker, database, names, more);
    }

    private static ServerUnderTest placed(
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
                TestPaths.made(TestPaths.WORLD).resolve("token-key.json").toString());
        surroundings.put("PARLEY_PASSWORD_ITERATIONS", "2000");
        // Two cores and six servers: what starts quickly is worth more here than what is fast in an hour.
        surroundings.putAll(more);
        surroundings.put(
                "JVM_ARGS",
                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 %s %s"
                        .formatted(names.options(), more.getOrDefault("JVM_ARGS", "")));
        return new ServerUnderTest(new Node(name, role, archive, surroundings), toBroker, toDatabase);
    }

    @Override
    public String toString() {
        return node.toString();
    }
}
