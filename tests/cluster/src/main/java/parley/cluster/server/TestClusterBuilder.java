package parley.cluster.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.cluster.server.TestCluster.Proxies;

/** Options of a {@link TestCluster}. Nothing is started before {@link TestCluster#ensureReady}. */
public final class TestClusterBuilder {

    /**
     * Servers of tests start often and run briefly: compiler and garbage collector should use little CPU. While the space
     * for classes grows to that size, every growth would be a full collection.
     */
    public static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MetaspaceSize=192m";

    private static final String CHAT = "chat-ear/target/chat.ear";
    private static final String PERSISTER = "chat-persister/target/chat-persister.war";

    private String prefix = "";
    private List<String> chats = List.of("one", "two");
    private List<String> persisters = List.of("persister");
    private List<String> brokerJvm = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private String serverJvm = QUICK_START;
    private Function<String, Map<String, String>> settings = server -> Map.of();
    private Map<String, String> limits = Map.of();
    private Proxying proxying = Proxying.DATABASE;
    private boolean mayBeExternal;
    private Runnable whenEnded = () -> {};
    private final Map<String, Proxies> proxies = new HashMap<>();

    private enum Proxying {
        NONE,
        DATABASE,
        EACH_SERVER
    }

    TestClusterBuilder() {}

    static TestClusterBuilder forSystemTests() {
        var builder = likeShared();
        builder.mayBeExternal = true;
        var settings = new HashMap<>(builder.limits);
        settings.putAll(WebPages.settings());
        return builder.limits(settings);
    }

    static TestClusterBuilder likeShared() {
        var builder = new TestClusterBuilder();
        var common = Map.of(
                "PARLEY_OPERATORS",
                TestCluster.OPERATOR,
                "PARLEY_OPERATORS_PASSWORDFILE",
                operatorPasswords(),
                "PARLEY_PROXIES_REGEX",
                "127\\.0\\.0\\.1",
                "PARLEY_PASSWORD_ITERATIONS",
                "2000",
                "PARLEY_SESSION_SENDTIMEOUTMILLIS",
                Long.toString(TestCluster.SEND_TIMEOUT.toMillis()),
                // Operator commands are taken when the persister looks at log and database.
                "PARLEY_PERSISTER_WATCHSECONDS",
                "1");
        return builder.settings(server -> common).limits(TestCluster.HIGH_LIMITS);
    }

    private static String operatorPasswords() {
        var file = TestPaths.made(TestPaths.WORLD).resolve("operators.properties");
        try {
            return Files.writeString(file, TestCluster.OPERATOR + "=" + TestCluster.OPERATOR_PASSWORD + "\n")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the names of all folders begin with, for a cluster next to the shared one. */
    public TestClusterBuilder prefix(String prefix) {
        this.prefix = prefix;
        return this;
    }

    public TestClusterBuilder chats(String... names) {
        chats = List.of(names);
        return this;
    }

    public TestClusterBuilder persisters(String... names) {
        persisters = List.of(names);
        return this;
    }

    public TestClusterBuilder brokerJvm(String... options) {
        brokerJvm = List.of(options);
        return this;
    }

    /** Replaces the options for a quick start. */
    public TestClusterBuilder serverJvm(String options) {
        serverJvm = options;
        return this;
    }

    /**
     * @param settings environment variables of a server, by its name; its JVM_ARGS are appended to the others, and its
     *     PARLEY_ROLE replaces the usual one
     */
    public TestClusterBuilder settings(Function<String, Map<String, String>> settings) {
        this.settings = settings;
        return this;
    }

    /** Adds environment variables to those of a server, by its name. */
    public TestClusterBuilder with(Function<String, Map<String, String>> more) {
        var before = settings;
        return settings(server -> {
            var all = new HashMap<>(before.apply(server));
            all.putAll(more.apply(server));
            return all;
        });
    }

    /** Settings of the chat nodes and persisters named here, not of {@link TestCluster#another}. */
    public TestClusterBuilder limits(Map<String, String> limits) {
        this.limits = limits;
        return this;
    }

    /** Servers connect to the database without a proxy. */
    public TestClusterBuilder withoutProxies() {
        proxying = Proxying.NONE;
        return this;
    }

    /** Each server reaches broker and database through proxies of its own: {@link TestCluster#proxies}. */
    public TestClusterBuilder proxyEachServer() {
        proxying = Proxying.EACH_SERVER;
        return this;
    }

    /** Runs when all processes have ended, also when the JVM is stopped. */
    public TestClusterBuilder whenEnded(Runnable action) {
        whenEnded = action;
        return this;
    }

    public TestCluster build() {
        TestCluster.removeLeftOversOnce();
        var broker = new Broker(prefix + "broker", brokerJvm);
        var database = new Database(prefix + "database", mayBeExternal && DatabaseAddress.isInEnvironment());
        return new TestCluster(
                this,
                broker,
                database,
                chats.stream()
                        .map(name -> node(name, "chat", CHAT, limits, broker, database))
                        .toList(),
                persisters.stream()
                        .map(name -> node(name, "persister", PERSISTER, limits, broker, database))
                        .toList());
    }

    Node another(String name, Map<String, String> more, Broker broker, Database database) {
        return node(name, "chat", CHAT, more, broker, database);
    }

    private Node node(
            String name, String role, String archive, Map<String, String> more, Broker broker, Database database) {
        var all = new HashMap<String, String>();
        all.put("PARLEY_TOKEN_KEY_FILE", TestCluster.tokenKeyFile().toString());
        all.put("PARLEY_FILES_FOLDER", TestCluster.filesFolder().toString());
        all.put("KAFKA_BOOTSTRAP_SERVERS", broker.address());
        switch (proxying) {
            case NONE -> all.putAll(database.address().environment());
            case DATABASE -> all.putAll(database.proxiedEnvironment());
            case EACH_SERVER -> {
                var its = new Proxies(broker.proxy(name), database.proxy());
                proxies.put(prefix + name, its);
                all.put("KAFKA_BOOTSTRAP_SERVERS", its.toBroker().address());
                all.putAll(database.address().environment(its.toDatabase()));
            }
        }
        all.putAll(settings.apply(name));
        all.putAll(more);
        all.put("JVM_ARGS", (serverJvm + " " + all.getOrDefault("JVM_ARGS", "")).strip());
        return new Node(prefix + name, all.getOrDefault("PARLEY_ROLE", role), archive, all);
    }

    Proxies proxies(Node node) {
        return proxies.get(node.toString());
    }

    Runnable whenEnded() {
        return whenEnded;
    }

    void closeProxies() {
        proxies.values().forEach(each -> {
            each.toBroker().become(new ProxyMode.Cut());
            each.toDatabase().become(new ProxyMode.Cut());
        });
    }
}
