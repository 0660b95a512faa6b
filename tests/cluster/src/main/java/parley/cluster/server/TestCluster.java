package parley.cluster.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A broker, a database, chat nodes and persisters, each a process of its own. The system tests share one cluster; a test
 * that would damage it for others, the fault suite and the benchmark build their own.
 */
public final class TestCluster implements AutoCloseable {

    /** The operator's username; the nodes create the account at their start. */
    public static final String OPERATOR = "operator";

    public static final String OPERATOR_PASSWORD = "correct horse battery";

    /** All users of a test share one address and send what thousands would. */
    public static final Map<String, String> HIGH_LIMITS =
            Map.of("PARLEY_LIMITS_FACTOR", "1000", "PARLEY_PASSWORD_WAITING", "1000");

    /** How long a client of the shared cluster may leave a ping unanswered while frames wait for it. */
    public static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);

    private static final int REPLACEMENTS = 2;

    private static boolean hasRemovedLeftOvers;
    private static TestCluster shared;
    private static int failures;
    private static RuntimeException lastFailure;

    /** The proxies of one server, if each server has its own. */
    public record Proxies(TcpProxy toBroker, TcpProxy toDatabase) {}

    private final TestClusterBuilder builder;
    private final Broker broker;
    private final Database database;
    private final List<Node> chats;
    private final List<Node> persisters;
    private final Thread shutdownHook = new Thread(this::end);

    TestCluster(TestClusterBuilder builder, Broker broker, Database database, List<Node> chats, List<Node> persisters) {
        this.builder = builder;
        this.broker = broker;
        this.database = database;
        this.chats = chats;
        this.persisters = persisters;
        Runtime.getRuntime().addShutdownHook(shutdownHook);
    }

    public static TestClusterBuilder builder() {
        return new TestClusterBuilder();
    }

    /** With the settings of the shared cluster, for one next to it. */
    public static TestClusterBuilder likeShared() {
        return TestClusterBuilder.likeShared();
    }

    /**
     * The cluster of the system tests, with two chat nodes and a persister: ready, whatever the test before killed. A
     * cluster that does not become ready is replaced by a new one for the next test, {@value #REPLACEMENTS} times.
     */
    public static synchronized TestCluster shared() {
        if (failures > REPLACEMENTS) throw lastFailure;
        try {
            if (shared == null) {
                removeLeftOversOnce();
                shared = TestClusterBuilder.forSystemTests().build();
            }
            shared.ensureReady();
            return shared;
        } catch (RuntimeException | Error e) {
            failures++;
            // The causes, too: reports of test runs keep only the first line of a cause.
            lastFailure = new IllegalStateException("the cluster does not become ready: " + causes(e), e);
            discardShared();
            throw lastFailure;
        }
    }

    private static String causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(Throwable::toString)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /** Keeps its data and logs in a folder next to that of the new one. */
    private static void discardShared() {
        if (shared != null) shared.close();
        shared = null;
        TestPaths.move(
                TestPaths.WORLD, TestPaths.WORLD.resolveSibling(TestPaths.WORLD.getFileName() + "-failed-" + failures));
    }

    /** Ends the processes of a run that was killed, and deletes the data and logs of earlier runs. */
    public static synchronized void removeLeftOvers() {
        ManagedProcess.endLeftOvers();
        Disk.unmountLeftOvers();
        TestPaths.delete(TestPaths.WORLD);
        hasRemovedLeftOvers = true;
    }

    /** Before the first file of this JVM is written to {@link TestPaths#WORLD}. */
    public static synchronized void removeLeftOversOnce() {
        if (!hasRemovedLeftOvers) removeLeftOvers();
    }

    public static Path tokenKeyFile() {
        return TestPaths.made(TestPaths.WORLD).resolve("token-key.pem");
    }

    /** Where all nodes keep the contents of files. */
    public static Path filesFolder() {
        return TestPaths.made(TestPaths.WORLD).resolve("files");
    }

    /** The key with which the nodes sign tokens. */
    public Path tokenKey() {
        return tokenKeyFile();
    }

    /** Starts everything that is not running, and waits until all of it is ready. */
    public void ensureReady() {
        ensureReady(nodes().toList());
    }

    /** The same with some of the servers only. */
    public void ensureReady(List<Node> wanted) {
        if (StartCache.isWanted() && StartCache.isMissing()) {
            atOnce(services().toArray(Runnable[]::new));
            StartCache.fillOnce(wanted.getFirst());
        }
        // Servers start without broker and database, so all start at the same time.
        var starting = services();
        wanted.stream().filter(node -> !node.isAlive()).forEach(node -> starting.add(node::start));
        atOnce(starting.toArray(Runnable[]::new));
        wanted.forEach(Node::awaitReady);
        chats.stream().filter(wanted::contains).forEach(TestCluster::awaitDatabase);
    }

    private List<Runnable> services() {
        var starting = new ArrayList<Runnable>();
        if (!broker.isAlive()) starting.add(broker::comeUp);
        if (!database.isReachable()) starting.add(database::comeBack);
        return starting;
    }

    /** A chat node is ready without its database; it checks every second whether it is back. */
    private static void awaitDatabase(Node node) {
        Eventually.holds(Duration.ofSeconds(60), () -> {
            var health = node.health("ready").body();
            if (!health.contains("\"database\":\"reached\""))
                throw new AssertionError(node + " does not reach the database: " + health);
        });
    }

    /** Kills the servers and starts them again with another value of an environment variable. */
    public void restartServers(String variable, String value) {
        nodes().filter(Node::isAlive).forEach(Node::kill);
        nodes().forEach(node -> node.set(variable, value));
        ensureReady();
    }

    /** Runs all at the same time, and returns when all are done. */
    public static void atOnce(Runnable... tasks) {
        // Not in the common pool, which has a single thread on two processors.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(Stream.of(tasks)
                            .map(task -> CompletableFuture.runAsync(task, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    /** One more chat node, which is not started and has the product's own limits. The caller ends it. */
    public Node another(String name, Map<String, String> settings) {
        return builder.another(name, settings, broker, database);
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

    public List<Node> chats() {
        return chats;
    }

    public List<Node> persisters() {
        return persisters;
    }

    public Stream<Node> nodes() {
        return Stream.concat(chats.stream(), persisters.stream());
    }

    public Node one() {
        return chats.getFirst();
    }

    public Node two() {
        return chats.get(1);
    }

    public Node persister() {
        return persisters.getFirst();
    }

    /** Of a server of a cluster that was built with {@link TestClusterBuilder#proxyEachServer}. */
    public Proxies proxies(Node node) {
        return builder.proxies(node);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }

    /** Kills: nothing of it is needed any more, and JUnit's fork waits only half a minute for shutdown hooks. */
    private void end() {
        nodes().filter(Node::isAlive).forEach(Node::kill);
        builder.closeProxies();
        broker.kill();
        database.close();
        builder.whenEnded().run();
    }
}
