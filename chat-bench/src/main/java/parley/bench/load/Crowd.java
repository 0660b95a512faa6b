package parley.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import parley.bench.client.Client;
import parley.bench.client.Loop;
import parley.bench.seed.Someone;
import parley.bench.seed.Talk;
import parley.st.world.Node;

/** Clients that come together and go together, spread over nodes. */
public final class Crowd implements AutoCloseable {

    /** 100 bytes. */
    private static final String BODY = "parley ".repeat(14) + "ok";
    private static final int OPENING_AT_ONCE = 64;

    private final Loop loop;
    private final List<Client> clients = new ArrayList<>();
    private final Mishaps mishaps = new Mishaps();

    private Crowd(Loop loop) {
        this.loop = loop;
    }

    /** The members of each conversation, one after another on the next node. */
    public static Crowd of(Loop loop, List<Node> nodes, List<Talk> talks) {
        var crowd = new Crowd(loop);
        for (int i = 0; i < talks.size(); i++) {
            var members = talks.get(i).members();
            for (int j = 0; j < members.size(); j++) {
                crowd.add(nodes.get((i + j) % nodes.size()), members.get(j), talks.get(i).conversation());
            }
        }
        return crowd;
    }

    /** People who say nothing. */
    public static Crowd listening(Loop loop, Node node, List<Someone> people) {
        var crowd = new Crowd(loop);
        people.forEach(one -> crowd.add(node, one, 0));
        return crowd;
    }

    private void add(Node node, Someone who, long conversation) {
        clients.add(new Client(loop, node.ws(), who, conversation, BODY, mishaps));
    }

    /** Returns when all are welcomed. */
    public Crowd come() {
        come(OPENING_AT_ONCE);
        return this;
    }

    /** @param atOnce how many may be on their way in */
    public void come(int atOnce) {
        Loop.await(loop.ask(() -> {
            var left = clients.iterator();
            var ways = new ArrayList<Future<Void>>();
            for (int i = 0; i < atOnce; i++) ways.add(next(left));
            return Future.all(ways).toCompletionStage().toCompletableFuture();
        }));
    }

    private static Future<Void> next(Iterator<Client> left) {
        var all = Promise.<Void>promise();
        next(left, all);
        return all.future();
    }

    private static void next(Iterator<Client> left, Promise<Void> all) {
        if (left.hasNext()) left.next().come().onSuccess(came -> next(left, all)).onFailure(all::fail);
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

    /** All at once, without a word. */
    public void cut() {
        loop.ask(() -> {
            clients.forEach(Client::cut);
            return null;
        });
    }

    @Override
    public void close() {
        cut();
    }
}
