package parley.cluster.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A broker, a database, a chat node and a persister of its own, for what would wreck the world of the other tests. */
public final class IsolatedCluster implements AutoCloseable {

    private final String name;
    private final Broker broker;
    private final DatabaseServer database;
    private final TcpProxy toDatabase;
    private Node chat;
    private Node persister;

    /** @param name what its folders begin with */
    public IsolatedCluster(String name) {
        TestCluster.whole(); // Makes the folder that all of them lie in.
        this.name = name;
        broker = new Broker(name + "-broker");
        database = new DatabaseServer(name + "-database");
        toDatabase = database.door();
        TestCluster.atOnce(broker::comeBack, database::start);
        database.awaitReady();
        toDatabase.become(new ProxyMode.Open());
        begin(0);
    }

    /** Starts the servers, which know the log by that epoch; those that run are ended. */
    public void begin(int epoch) {
        for (var node : nodes()) if (node.isAlive()) node.kill();
        chat = node("chat", "chat-ear/target/chat.ear", epoch);
        persister = node("persister", "chat-persister/target/chat-persister.war", epoch);
        nodes().forEach(Node::start);
        nodes().forEach(Node::awaitReady);
    }

    private Node node(String role, String archive, int epoch) {
        var surroundings = new HashMap<>(database.address().environment(toDatabase));
        surroundings.putAll(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.address(),
                "PARLEY_LOG_EPOCH", Integer.toString(epoch),
                "PARLEY_TOKEN_KEY_FILE",
                        TestPaths.WORLD.resolve("token-key.pem").toString(),
                "PARLEY_PASSWORD_ITERATIONS", "2000",
                "JVM_ARGS", TestCluster.QUICK_START));
        return new Node(name + "-" + role, role, archive, surroundings);
    }

    private List<Node> nodes() {
        return chat == null ? List.of() : List.of(chat, persister);
    }

    public Log log() {
        return broker.log();
    }

    public Rows rows() {
        return database.rows();
    }

    public Node chat() {
        return chat;
    }

    public Node persister() {
        return persister;
    }

    @Override
    public void close() {
        nodes().stream().filter(Node::isAlive).forEach(Node::kill);
        toDatabase.become(new ProxyMode.Cut());
        TestCluster.atOnce(broker::end, database::end);
    }
}
