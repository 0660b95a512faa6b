package parley.faults.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.cluster.server.BrokerServer;
import parley.cluster.server.DatabaseServer;
import parley.cluster.server.Log;
import parley.cluster.server.ManagedProcess;
import parley.cluster.server.Node;
import parley.cluster.server.ProxyMode;
import parley.cluster.server.Rows;
import parley.cluster.server.TestCluster;
import parley.cluster.server.TestPaths;

/** All parts together. */
public final class FaultsCluster implements AutoCloseable {

    private static final int NOT_LIVE = 503;
    private static final int DISK_MEGABYTES = 800;

    private final Disk disk = Disk.at(TestPaths.WORLD.resolve("database"), DISK_MEGABYTES);
    private final WallClock clock =
            new WallClock(TestPaths.made(TestPaths.WORLD).resolve("clock"));
    private final Names names = new Names(TestPaths.made(TestPaths.WORLD).resolve("hosts"));
    private final BrokerServer broker = new BrokerServer("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private final DatabaseServer database = new DatabaseServer();
    private final List<ServerUnderTest> chats;
    private final List<ServerUnderTest> persisters;
    private final Thread hook = new Thread(this::end);

    private FaultsCluster(Function<String, Map<String, String>> more) {
        var clocked = new HashMap<>(more.apply("one"));
        clocked.putAll(clock.environment());
        chats = List.of(
                ServerUnderTest.chat("one", broker, database, names, clocked),
                ServerUnderTest.chat("two", broker, database, names, more.apply("two")));
        persisters = List.of(
                ServerUnderTest.persister("persister-one", broker, database, names, more.apply("persister-one")),
                ServerUnderTest.persister("persister-two", broker, database, names, more.apply("persister-two")));
    }

    /** A new one; nothing runs yet. */
    public static FaultsCluster made() {
        return made(name -> Map.of());
    }

    /** @param more environment variables of each server, by its name */
    public static FaultsCluster made(Function<String, Map<String, String>> more) {
        ManagedProcess.endLeftOvers();
        Disk.unmountLeftOvers();
        TestPaths.delete(TestPaths.WORLD);
        var world = new FaultsCluster(more);
        Runtime.getRuntime().addShutdownHook(world.hook);
        return world;
    }

    /** Every part running and ready, every link open, whatever was done to it. */
    public void mend() {
        mend(stations().toList());
    }

    /** The same with some of the servers only. */
    public void mend(List<ServerUnderTest> wanted) {
        names.resolve();
        wanted.forEach(station -> {
            station.toBroker().become(new ProxyMode.Open());
            station.toDatabase().become(new ProxyMode.Open());
        });
        TestCluster.atOnce(broker::comeUp, database::comeUp);
        wanted.stream()
                .map(ServerUnderTest::node)
                .filter(node -> !node.isAlive())
                .forEach(Node::start);
        wanted.stream().map(ServerUnderTest::node).forEach(Node::awaitReady);
    }

    public Stream<ServerUnderTest> stations() {
        return Stream.concat(chats.stream(), persisters.stream());
    }

    private Stream<Node> nodes() {
        return stations().map(ServerUnderTest::node);
    }

    /** Throws and says what is not ready. The cheap questions first: this is asked again and again. */
    public void requireWhole() {
        for (var part : Stream.concat(nodes(), Stream.of(database, broker)).toList()) {
            if (!part.isReady()) throw new AssertionError("not ready: " + part);
        }
    }

    /** What whoever runs servers does: those that say that only a restart helps are started again. How many. */
    public int supervise() {
        var beyondHelp = nodes().filter(Node::isAlive)
                .filter(node -> node.health("live").status() == NOT_LIVE)
                .toList();
        for (var node : beyondHelp) {
            node.kill();
            node.start();
        }
        return beyondHelp.size();
    }

    public List<ServerUnderTest> chats() {
        return chats;
    }

    public List<ServerUnderTest> persisters() {
        return persisters;
    }

    public BrokerServer broker() {
        return broker;
    }

    public DatabaseServer database() {
        return database;
    }

    public Disk disk() {
        return disk;
    }

    /** Of the first chat node. */
    public WallClock clock() {
        return clock;
    }

    public Names names() {
        return names;
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

    /** Quick: nothing of it is needed any more. */
    private void end() {
        nodes().filter(Node::isAlive).forEach(Node::kill);
        if (broker.isAlive()) broker.kill();
        database.kill();
        stations().forEach(station -> {
            station.toBroker().become(new ProxyMode.Cut());
            station.toDatabase().become(new ProxyMode.Cut());
        });
        disk.unmount();
        WallClock.forgetTheDead();
    }
}
