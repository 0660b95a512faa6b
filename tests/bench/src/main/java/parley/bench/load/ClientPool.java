package parley.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import parley.bench.client.Client;
import parley.bench.client.Loop;
import parley.bench.seed.BenchConversation;
import parley.bench.seed.BenchUser;
import parley.cluster.server.Node;

/** Clients that come together and go together, spread over nodes. */
public final class ClientPool implements AutoCloseable {

    /** 100 bytes. */
    private static final String BODY = "parley ".repeat(14) + "ok";

    private static final int OPENING_AT_ONCE = 64;
    private static final long PING_MILLIS = 30_000;

    private final Loop loop;
    private final List<Client> clients = new ArrayList<>();
    private final Mishaps mishaps = new Mishaps();
    private final Runnable pinging;

    private ClientPool(Loop loop) {
        this.loop = loop;
        pinging = loop.every(
                PING_MILLIS, () -> clients.stream().filter(Client::isOpen).forEach(Client::ping));
    }

    /** The members of each conversation, one after another on the next node. */
    public static ClientPool of(Loop loop, List<Node> nodes, List<BenchConversation> talks) {
        var crowd = new ClientPool(loop);
        for (int i = 0; i < talks.size(); i++) {
            var members = talks.get(i).members();
            for (int j = 0; j < members.size(); j++) {
                crowd.add(
                        nodes.get((i + j) % nodes.size()),
                        members.get(j),
                        talks.get(i).conversation());
            }
        }
        return crowd;
    }

    /** People who say nothing. */
    public static ClientPool listening(Loop loop, Node node, List<BenchUser> people) {
        var crowd = new ClientPool(loop);
        people.forEach(one -> crowd.add(node, one, 0));
        return crowd;
    }

    private void add(Node node, BenchUser who, long conversation) {
        clients.add(new Client(loop, node.ws(), who, conversation, BODY, mishaps));
    }

    /** Returns when all are welcomed. */
    public ClientPool come() {
        Loop.await(loop.ask(() -> {
            var left = clients.iterator();
            var ways = new ArrayList<Future<Void>>();
            for (int i = 0; i < OPENING_AT_ONCE; i++) ways.add(next(left));
            return Future.all(ways).toCompletionStage().toCompletableFuture();
        }));
        return this;
    }

    private static Future<Void> next(Iterator<Client> left) {
        var all = Promise.<Void>promise();
        next(left, all);
        return all.future();
    }

    private static void next(Iterator<Client> left, Promise<Void> all) {
        if (left.hasNext())
            left.next().come().onSuccess(came -> next(left, all)).onFailure(all::fail);
        else all.complete();
    }

    public Loop loop() {
        return loop;
    }

    public List<Client> clients() {
        return clients;
    }

    /** Throws where something happened to those for whom nothing should. */
    public void requireNoMishaps() {
        loop.ask(() -> {
            mishaps.requireNone();
            return null;
        });
    }

    /** All go at once, without a word. */
    @Override
    public void close() {
        pinging.run();
        loop.ask(() -> {
            clients.stream().filter(Client::isOpen).forEach(Client::cut);
            return null;
        });
    }
}
