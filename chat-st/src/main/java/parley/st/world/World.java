package parley.st.world;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** All parts together. Started once; whoever asks gets it whole. */
public final class World {

    /** Who is an operator in it, as soon as somebody registers the name. */
    public static final String OPERATOR = "operator";

    private static World world;
    private static RuntimeException failed;

    private final Broker broker = new Broker();
    private final Database database = new Database();
    private final Node one = node("one", "chat", "chat-ear/target/chat.ear");
    private final Node two = node("two", "chat", "chat-ear/target/chat.ear");
    private final Node persister = node("persister", "persister", "chat-persister/target/chat-persister.war");

    /** The world with every part running and ready, whatever the test before did to it. */
    public static synchronized World whole() {
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
        Running.endLeftOvers();
        Places.delete(Places.WORLD);
        world = new World();
        Runtime.getRuntime().addShutdownHook(new Thread(world::end));
    }

    private Node node(String name, String role, String archive) {
        return node(name, role, archive, Map.of());
    }

    /** One more chat node of this world, not started; the caller starts and ends it. */
    public Node another(String name, Map<String, String> more) {
        return node(name, "chat", "chat-ear/target/chat.ear", more);
    }

    private Node node(String name, String role, String archive, Map<String, String> more) {
        var surroundings = new HashMap<>(database.environment());
        surroundings.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.address(),
                "PARLEY_TOKEN_KEY_FILE", tokenKey().toString(),
                "PARLEY_OPERATORS", OPERATOR,
                "PARLEY_PASSWORD_ITERATIONS", "2000"));
        surroundings.putAll(more);
        return new Node(name, role, archive, surroundings);
    }

    /** What the nodes sign tokens with. */
    public Path tokenKey() {
        return Places.made(Places.WORLD).resolve("token-key.pem");
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
    }

    /** At the same time; returns when all are done. */
    public static void atOnce(Runnable... runnables) {
        CompletableFuture.allOf(Stream.of(runnables).map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new)).join();
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
