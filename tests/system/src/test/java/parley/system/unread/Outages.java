package parley.system.unread;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** Kills a chat node or the persister at random, and starts it again some rounds later. One is down at a time. */
final class Outages {

    private static final int EVERY = 6;
    private static final int ROUNDS_DOWN = 2;

    private final TestCluster cluster;
    private final Random random;
    private Node down;
    private int rounds;
    private int nodesKilled;
    private int persistersKilled;

    Outages(TestCluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
    }

    boolean isPersisterUp() {
        return down != cluster.persister();
    }

    void next(UnreadUsers users) {
        rounds++;
        if (down == null && rounds % EVERY == 0) kill(users);
        else if (down != null && rounds % EVERY == ROUNDS_DOWN) down.start();
        else if (down != null && down.isAlive() && rounds % EVERY == ROUNDS_DOWN * 2) end(users);
    }

    private void kill(UnreadUsers users) {
        down = List.of(cluster.one(), cluster.two(), cluster.persister()).get(random.nextInt(3));
        down.kill();
        if (isPersisterUp()) nodesKilled++;
        else persistersKilled++;
        users.use(cluster.chats().stream().filter(node -> node != down).toList());
    }

    /** Everything is up again. */
    void end(UnreadUsers users) {
        if (down == null) return;
        down.comeUp();
        // A node is ready before it has reached its database.
        Eventually.holds(Duration.ofSeconds(60), cluster::ensureReady);
        down = null;
        users.use(cluster.chats());
    }

    @Override
    public String toString() {
        return "nodes killed: " + nodesKilled + ", persisters killed: " + persistersKilled;
    }
}
