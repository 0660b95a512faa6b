package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** All parts together. Started once; whoever asks gets it whole. */
public final class TestCluster {

    /** Who is an operator in it; the nodes make the account at their start. */
    public static final String OPERATOR = "operator";

    public static final String OPERATOR_PASSWORD = "correct horse battery";

    /** All people of a test come from one address, and many do what thousands would. */
    public static final Map<String, String> HIGH_LIMITS =
            Map.of("PARLEY_LIMITS_FACTOR", "1000", "PARLEY_PASSWORD_WAITING", "1000");

    /** A node of a test starts often and runs briefly: it saves compilation and collector threads, not cycles. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static TestCluster world;
    private static RuntimeException failed;

    private final Broker broker = new Broker();
    private final Database database = new Database();
    private final Node one = node("one", "chat", "chat-ear/target/chat.ear");
    private final Node two = node("two", "chat", "chat-ear/target/chat.ear");
    private final Node persister = node("persister", "persister", "chat-persister/target/chat-persister.war");

    /** The world with every part running and ready, whatever the test before did to it. */
    public static synchronized TestCluster whole() {
        if (failed != null) throw failed;
        try {
            if (world == null) begin();
            world.mend();
            return world;
        } catch (RuntimeException | Error e) {
            failed = new IllegalStateException("the world does not come up", e);
            throw failed;
        }
    }

    private static void begin() {
        ManagedProcess.endLeftOvers();
        TestPaths.delete(TestPaths.WORLD);
        world = new TestCluster();
        Runtime.getRuntime().addShutdownHook(new Thread(world::end));
    }

    private Node node(String name, String role, String archive) {
        return node(name, role, archive, HIGH_LIMITS);
    }

    private Node node(String name, String role, String archive, Map<String, String> settings) {
        var surroundings = new HashMap<>(database.environment());
        surroundings.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.address(),
                "PARLEY_TOKEN_KEY_FILE",
                tokenKey().toString(),
                "PARLEY_OPERATORS",
                OPERATOR,
                "PARLEY_OPERATORS_PASSWORDFILE",
                operatorPasswords().toString(),
                "PARLEY_PROXIES_REGEX",
                "127\\.0\\.0\\.1",
                "PARLEY_PASSWORD_ITERATIONS",
                "2000",
                "JVM_ARGS",
                QUICK_START));
        surroundings.putAll(settings);
        return new Node(name, role, archive, surroundings);
    }

    /** One more chat node of the same world, not started, with the product's own limits; the test that asks for it ends it. */
    public Node another(String name, Map<String, String> settings) {
        return node(name, "chat", "chat-ear/target/chat.ear", settings);
    }

    private static Path operatorPasswords() {
        var file = TestPaths.made(TestPaths.WORLD).resolve("operators.properties");
        try {
            return Files.writeString(file, OPERATOR + "=" + OPERATOR_PASSWORD + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the nodes sign tokens with. */
    public Path tokenKey() {
        return TestPaths.made(TestPaths.WORLD).resolve("token-key.pem");
    }

    private void mend() {
        atOnce(
                () -> {
                    if (!broker.isAlive()) broker.comeBack();
                },
                () -> {
                    if (!database.isThere()) database.comeBack();
                });
        nodes().forEach(node -> {
            if (!node.isAlive()) node.start();
        });
        nodes().forEach(Node::awaitReady);
        Stream.of(one, two).forEach(TestCluster::awaitDatabase);
    }

    /** A chat node is ready without its database, which it looks for every second. */
    private static void awaitDatabase(Node node) {
        Eventually.holds(Duration.ofSeconds(60), () -> {
            var health = node.health("ready").body();
            if (!health.contains("\"database\":\"reached\""))
                throw new AssertionError(node + " does not reach the database: " + health);
        });
    }

    /** At the same time; returns when all are done. */
    public static void atOnce(Runnable... runnables) {
        CompletableFuture.allOf(
                        Stream.of(runnables).map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new))
                .join();
    }

    /** Quick: the tests' runner waits half a minute for it, on however slow a machine. */
    private void end() {
        nodes().stream().filter(Node::isAlive).forEach(Node::kill);
        atOnce(broker::end, database::end);
    }

    private List<Node> nodes() {
        return List.of(one, two, persister);
    }

    public Broker broker() {
        return broker;
    }

    public Database database() {
        return database;
    }

    public Log log() {
        return broker.log();
    }

    public Rows rows() {
        return database.rows();
    }

    public Node one() {
        return one;
    }

    public Node two() {
        return two;
    }

    public Node persister() {
        return persister;
    }
}
