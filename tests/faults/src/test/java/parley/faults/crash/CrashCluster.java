package parley.faults.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.cluster.server.Rows;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;

/** A cluster whose servers have the crash points, none of them armed: two chat nodes and a persister. */
final class CrashCluster {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static CrashCluster running;

    private final FaultsCluster cluster = FaultsCluster.made(CrashAgent::environment);

    private CrashCluster() {
        Stream.concat(cluster.chats().stream(), cluster.persisters().stream())
                .map(ServerUnderTest::node)
                .forEach(CrashAgent::letIn);
    }

    static synchronized CrashCluster ready() {
        if (running == null) running = new CrashCluster();
        running.cluster.repair(List.of(
                running.cluster.chats().getFirst(),
                running.cluster.chats().getLast(),
                running.cluster.persisters().getFirst()));
        return running;
    }

    static synchronized void end() {
        if (running != null) running.cluster.close();
        running = null;
    }

    Log log() {
        return cluster.log();
    }

    Rows rows() {
        return cluster.rows();
    }

    Node one() {
        return cluster.chats().getFirst().node();
    }

    Node two() {
        return cluster.chats().getLast().node();
    }

    /** The only persister that runs. */
    Node persister() {
        return cluster.persisters().getFirst().node();
    }

    /** Arms the point, runs an action that reaches it, and waits until the server has crashed there. */
    void crash(Node server, CrashPoint point, Runnable action) {
        CrashAgent.of(server).arm(point);
        action.run();
        awaitCrash(server, point);
    }

    /**
     * The same if another server may do the work instead: then the point is disarmed, and the result is false.
     *
     * @param isDone fails until the work is done
     */
    boolean crashUnlessAnotherActs(Node server, CrashPoint point, Runnable action, Eventually.Assertion isDone) {
        CrashAgent.of(server).arm(point);
        action.run();
        Eventually.holds(PATIENCE, () -> {
            if (server.isAlive()) isDone.check();
        });
        if (server.isAlive() && CrashAgent.of(server).disarm(point)) return false;
        awaitCrash(server, point);
        return true;
    }

    private static void awaitCrash(Node server, CrashPoint point) {
        Eventually.holds(
                PATIENCE,
                () -> assertThat(server.isAlive())
                        .as(server + " crashes at " + point)
                        .isFalse());
        assertThat(server.exit()).as("the status of " + server).hasValue(CrashPoint.STATUS);
    }

    /** Waits until every record of the log is accounted for in the database. */
    void awaitStored() {
        Eventually.holds(PATIENCE, () -> {
            var next = cluster.rows().nextOffsets();
            cluster.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }

    void requireInHistoryOnce(Person reader, long conversation, long pos) {
        for (var node : new Node[] {one(), two()}) {
            assertThat(reader.history(node, conversation, "").path("items"))
                    .as("history at " + node)
                    .filteredOn(item -> item.path("pos").asLong() == pos)
                    .hasSize(1);
        }
    }
}
