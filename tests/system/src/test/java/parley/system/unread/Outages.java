package parley.system.unread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/**
 * Kills a chat node or the persister while users do something, or the database between two rounds, and starts it again
 * some rounds later. One of them is down at a time.
 */
final class Outages {

    private static final int EVERY = 5;
    private static final int ROUNDS_DOWN = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private enum Kind {
        NODE_ONE,
        NODE_TWO,
        PERSISTER,
        DATABASE
    }

    private final TestCluster cluster;
    private final UnreadUsers users;
    private final Random random;
    private final List<Kind> next = new ArrayList<>();
    private final Map<Kind, Integer> killed = new EnumMap<>(Kind.class);
    private Kind down;
    private int rounds;

    Outages(TestCluster cluster, UnreadUsers users, Random random) {
        this.cluster = cluster;
        this.users = users;
        this.random = random;
    }

    boolean isPersisting() {
        return down != Kind.PERSISTER && down != Kind.DATABASE;
    }

    boolean isDatabaseUp() {
        return down != Kind.DATABASE;
    }

    /** Begins a round. Returns what happens in the middle of it. */
    Runnable round() {
        int round = ++rounds % EVERY;
        if (down != null && round == ROUNDS_DOWN) end();
        if (round != 0) return () -> {};
        down = kind();
        killed.merge(down, 1, Integer::sum);
        if (down != Kind.DATABASE) return () -> kill(server(down));
        loseDatabase();
        return () -> {};
    }

    /** In random order, each of them equally often. */
    private Kind kind() {
        if (next.isEmpty()) {
            next.addAll(List.of(Kind.values()));
            Collections.shuffle(next, random);
        }
        return next.removeFirst();
    }

    private Node server(Kind kind) {
        return switch (kind) {
            case NODE_ONE -> cluster.one();
            case NODE_TWO -> cluster.two();
            case PERSISTER, DATABASE -> cluster.persister();
        };
    }

    private void kill(Node server) {
        server.kill();
        users.note(server + " is killed");
        users.use(cluster.chats().stream().filter(node -> node != server).toList());
    }

    /** Until all devices know it, so that they are told when it is back. */
    private void loseDatabase() {
        users.databaseIsLost(true);
        if (cluster.database().isOurs()) cluster.database().kill();
        cluster.database().goAway();
        users.note("the database is lost");
        Eventually.holds(
                PATIENCE,
                () -> assertThat(users.devices())
                        .as("told that the database is down")
                        .allMatch(UnreadDevice::isStoreDown));
    }

    /** Everything is up again. */
    void end() {
        if (down == null) return;
        // A node is ready before it has reached its database.
        Eventually.holds(PATIENCE, cluster::ensureReady);
        users.note("everything is up again");
        users.databaseIsLost(false);
        users.use(cluster.chats());
        users.reconnectDevices();
        down = null;
    }

    @Override
    public String toString() {
        return "killed " + killed;
    }
}
