package parley.faults.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.cluster.server.Broker;
import parley.cluster.server.Database;
import parley.cluster.server.Disk;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.ProxyMode;
import parley.cluster.server.Release;
import parley.cluster.server.Rows;
import parley.cluster.server.S3Server;
import parley.cluster.server.ServerProcess;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/** The cluster under faults: two chat nodes and two persisters, with what the faults need beyond proxies and signals. */
public final class FaultsCluster implements AutoCloseable {

    private static final int NOT_LIVE = 503;
    private static final int DISK_MEGABYTES = 800;
    private static final int FILES_MEGABYTES = 100;

    private final Disk disk = Disk.at(TestPaths.WORLD.resolve("database"), DISK_MEGABYTES);
    private final WallClock clock =
            new WallClock(TestPaths.made(TestPaths.WORLD).resolve("clock"));
    private final Names names = new Names(TestPaths.made(TestPaths.WORLD).resolve("hosts"));
    private final Disk filesDisk = Disk.at(TestPaths.WORLD.resolve("files-disk"), FILES_MEGABYTES);
    private final S3Server files = new S3Server("files", filesDisk.folder());
    private final SearchUnderTest search = SearchUnderTest.wanted();
    private final TestCluster cluster;
    private final List<ServerUnderTest> chats;
    private final List<ServerUnderTest> persisters;

    private FaultsCluster(Function<String, Map<String, String>> more) {
        cluster = TestCluster.builder()
                .persisters("persister-one", "persister-two")
                .settings(server -> settings(server, more.apply(server)))
                .proxyEachServer()
                .whenEnded(this::release)
                .build();
        chats = underTest(cluster.chats());
        persisters = underTest(cluster.persisters());
    }

    private Map<String, String> settings(String server, Map<String, String> more) {
        var settings = new HashMap<>(Limits.environment());
        settings.put("DB_HOST", Names.DATABASE);
        settings.put("PARLEY_PASSWORD_ITERATIONS", "2000");
        settings.putAll(files.settings());
        settings.putAll(search.settings(server));
        settings.putAll(more);
        if (server.equals("one")) settings.putAll(clock.environment());
        settings.put("JVM_ARGS", names.options() + " " + more.getOrDefault("JVM_ARGS", ""));
        return settings;
    }

    private List<ServerUnderTest> underTest(List<Node> nodes) {
        return nodes.stream().map(node -> ServerUnderTest.of(cluster, node)).toList();
    }

    /** A new one; nothing runs yet. */
    public static FaultsCluster made() {
        return made(server -> Map.of());
    }

    /** @param more environment variables of each server, by its name */
    public static FaultsCluster made(Function<String, Map<String, String>> more) {
        TestCluster.removeLeftOvers();
        return new FaultsCluster(more);
    }

    /** Lets every chat node and persister start with that version. */
    public void install(Release release) {
        cluster.nodes().forEach(node -> node.install(release));
    }

    /** Makes every part ready and opens every proxy, whatever was done to them. */
    public void repair() {
        repair(stations().toList());
    }

    /** The same with some of the servers only. */
    public void repair(List<ServerUnderTest> wanted) {
        names.resolve();
        if (!files.isAlive()) files.start();
        search.start();
        wanted.forEach(server -> {
            server.toBroker().become(new ProxyMode.Open());
            server.toDatabase().become(new ProxyMode.Open());
        });
        cluster.ensureReady(wanted.stream().map(ServerUnderTest::node).toList());
        files.awaitReady();
    }

    public Stream<ServerUnderTest> stations() {
        return Stream.concat(chats.stream(), persisters.stream());
    }

    /** Throws if a part is not ready. It is called often, so the cheap checks come first. */
    public void requireWhole() {
        Stream.of(cluster.nodes(), Stream.of(database(), broker(), files()), search.engine().stream())
                .<ServerProcess>flatMap(parts -> parts)
                .forEach(part -> {
                    if (!part.isReady()) throw new AssertionError("not ready: " + part);
                });
    }

    /** Restarts the servers that report that only a restart helps, as a supervisor does. Returns how many. */
    public int supervise() {
        var stuck = cluster.nodes()
                .filter(Node::isAlive)
                .filter(node -> node.health("live").status() == NOT_LIVE)
                .toList();
        for (var node : stuck) {
            node.kill();
            node.start();
        }
        return stuck.size();
    }

    public List<ServerUnderTest> chats() {
        return chats;
    }

    public List<ServerUnderTest> persisters() {
        return persisters;
    }

    public Broker broker() {
        return cluster.broker();
    }

    public Database database() {
        return cluster.database();
    }

    public Disk disk() {
        return disk;
    }

    /** Where all nodes keep files. */
    public S3Server files() {
        return files;
    }

    /** That of {@link #files}. */
    public Disk filesDisk() {
        return filesDisk;
    }

    public SearchUnderTest search() {
        return search;
    }

    /** Of the first chat node. */
    public WallClock clock() {
        return clock;
    }

    public Names names() {
        return names;
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

    private void release() {
        files.kill();
        search.end();
        filesDisk.unmount();
        disk.unmount();
        WallClock.forgetTheDead();
    }
}
