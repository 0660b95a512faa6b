package parley.bench.world;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import parley.cluster.server.BrokerServer;
import parley.cluster.server.DatabaseServer;
import parley.cluster.server.Log;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/** Real processes, as somebody would run them who wants speed: a broker, a database, chat nodes and a persister. */
public final class BenchCluster implements AutoCloseable {

    private final BrokerServer broker;
    private final DatabaseServer database;
    private final List<Node> chats;
    private final Node persister;
    private final Thread hook = new Thread(this::end);

    /**
     * Nothing runs yet.
     *
     * @param more environment of the nodes; they are also given the options of a virtual machine in {@code -Dbench.jvm}
     */
    public BenchCluster(Map<String, String> more) {
        ManagedProcess.endLeftOvers();
        TestPaths.delete(TestPaths.WORLD);
        // Only now: they make their folders at once.
        broker = new BrokerServer("-Xmx1g", "-XX:+UseParallelGC");
        database = new DatabaseServer();
        chats = Stream.of("one", "two", "three")
                .map(name -> node(name, "chat", "chat-ear/target/chat.ear", more))
                .toList();
        persister = node("persister", "persister", "chat-persister/target/chat-persister.war", more);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private Node node(String name, String role, String archive, Map<String, String> more) {
        var surroundings = new HashMap<>(database.address().environment());
        surroundings.put("KAFKA_BOOTSTRAP_SERVERS", broker.address());
        surroundings.put("PARLEY_TOKEN_KEY_FILE", tokenKey().toString());
        // A benchmark's user sends what thousands of people would.
        surroundings.put("PARLEY_LIMITS_SENDSPERSECOND", "1000000");
        surroundings.put("PARLEY_LIMITS_SENDSBURST", "1000000");
        surroundings.putAll(TestCluster.HIGH_LIMITS);
        surroundings.putAll(more);
        surroundings.put(
                "JVM_ARGS",
                String.join(" ", "-Xmx2g", more.getOrDefault("JVM_ARGS", ""), System.getProperty("bench.jvm", ""))
                        .strip());
        return new Node(name, role, archive, surroundings);
    }

    /** Broker, database, the first chat node and the persister. */
    public void start() {
        TestCluster.atOnce(broker::comeUp, database::comeUp);
        TestCluster.atOnce(chats.getFirst()::comeUp, persister::comeUp);
    }

    /** What the nodes sign tokens with. */
    public Path tokenKey() {
        return TestPaths.made(TestPaths.WORLD).resolve("token-key.pem");
    }

    /** Three; the first runs. */
    public List<Node> chats() {
        return chats;
    }

    public Node persister() {
        return persister;
    }

    public BrokerServer broker() {
        return broker;
    }

    public DatabaseServer database() {
        return database;
    }

    public Log log() {
        return broker.log();
    }

    public Rows rows() {
        return database.rows();
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(hook);
    }

    private void end() {
        Stream.concat(chats.stream(), Stream.of(persister))
                .filter(Node::isAlive)
                .forEach(Node::kill);
        if (broker.isAlive()) broker.kill();
        database.kill();
    }
}
