package parley.bench.load;

import io.vertx.core.Future;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import parley.bench.data.BenchConversation;
import parley.bench.data.BenchUser;
import parley.cluster.server.Node;

/** Connected clients on one event loop, distributed over nodes. Closing cuts all connections. */
public final class BenchClients implements AutoCloseable {

    private static final int CONCURRENT_CONNECTS = 64;
    private static final long PING_MILLIS = 30_000;

    private final EventLoop loop;
    private final List<BenchClient> clients = new ArrayList<>();
    private final Load idle = new Load();
    private final Runnable pings;

    private BenchClients(EventLoop loop) {
        this.loop = loop;
        pings = loop.runEvery(PING_MILLIS, () -> clients.forEach(BenchClient::ping));
    }

    /** Connects the members of each conversation, one after another to the next node. */
    public static BenchClients connect(EventLoop loop, List<Node> nodes, List<BenchConversation> conversations) {
        return connectTo(nodes.stream().map(Node::ws).toList(), loop, conversations);
    }

    static BenchClients connectTo(List<URI> servers, EventLoop loop, List<BenchConversation> conversations) {
        var clients = new BenchClients(loop);
        for (int i = 0; i < conversations.size(); i++) {
            var conversation = conversations.get(i);
            for (int j = 0; j < conversation.members().size(); j++) {
                var server = servers.get((i + j) % servers.size());
                clients.add(server, conversation.members().get(j), conversation.id());
            }
        }
        return clients.connect();
    }

    /** Connects users who do not send. */
    public static BenchClients connect(EventLoop loop, Node node, List<BenchUser> users) {
        var clients = new BenchClients(loop);
        users.forEach(user -> clients.add(node.ws(), user, 0));
        return clients.connect();
    }

    private void add(URI server, BenchUser user, long conversation) {
        clients.add(new BenchClient(loop, server, user, conversation, idle));
    }

    private BenchClients connect() {
        EventLoop.await(loop.call(() -> {
            var left = clients.iterator();
            var chains = Stream.generate(() -> connect(left))
                    .limit(CONCURRENT_CONNECTS)
                    .toList();
            return Future.all(chains).toCompletionStage().toCompletableFuture();
        }));
        return this;
    }

    private static Future<Void> connect(Iterator<BenchClient> left) {
        return left.hasNext() ? left.next().connect().compose(v -> connect(left)) : Future.succeededFuture();
    }

    /** Throws if a client was refused or disconnected since it connected, and no load ran. */
    public void requireNoFailure() {
        idle.done.getNow(null);
    }

    EventLoop loop() {
        return loop;
    }

    List<BenchClient> clients() {
        return clients;
    }

    @Override
    public void close() {
        pings.run();
        loop.call(() -> {
            clients.forEach(BenchClient::cut);
            return null;
        });
    }
}
