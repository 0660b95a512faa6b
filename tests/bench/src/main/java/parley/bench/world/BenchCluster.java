package parley.bench.world;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.cluster.server.Broker;
import parley.cluster.server.Database;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;

/** The cluster under measurement, with production settings: three chat nodes, of which the first runs, and a persister. */
public final class BenchCluster implements AutoCloseable {

    private final TestCluster cluster;

    /**
     * Starts nothing yet.
     *
     * @param more environment variables of the servers, whose JVMs also get the options in {@code -Dbench.jvm}
     */
    public BenchCluster(Map<String, String> more) {
        TestCluster.removeLeftOvers();
        var settings = new HashMap<>(TestCluster.HIGH_LIMITS);
        // A user of the benchmark sends what thousands of people would.
        settings.put("PARLEY_LIMITS_SENDSPERSECOND", "1000000");
        settings.put("PARLEY_LIMITS_SENDSBURST", "1000000");
        settings.putAll(more);
        // What search costs the others.
        settings.put("PARLEY_SEARCH_BACKEND", System.getProperty("bench.search", "lucene"));
        settings.merge("JVM_ARGS", System.getProperty("bench.jvm", ""), (a, b) -> a + " " + b);
        cluster = TestCluster.builder()
                .chats("one", "two", "three")
                .brokerJvm("-Xmx1g", "-XX:+UseParallelGC")
                .serverJvm("-Xmx2g")
                .settings(server -> settings)
                .withoutProxies()
                .build();
    }

    /** Broker, database, the first chat node and the persister. */
    public void start() {
        cluster.ensureReady(List.of(cluster.one(), cluster.persister()));
    }

    /** The key with which the nodes sign tokens. */
    public Path tokenKey() {
        return cluster.tokenKey();
    }

    public List<Node> chats() {
        return cluster.chats();
    }

    public Node persister() {
        return cluster.persister();
    }

    public Broker broker() {
        return cluster.broker();
    }

    public Database database() {
        return cluster.database();
    }

    public Log log() {
        return cluster.log();
    }

    public Rows rows() {
        return cluster.rows();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
