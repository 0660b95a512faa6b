package parley.faults.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import parley.cluster.client.Person;
import parley.cluster.server.Eventually;
import parley.cluster.server.Log;
import parley.cluster.server.Node;
import parley.faults.world.FaultsCluster;
import parley.faults.world.ServerUnderTest;

/** A world whose servers have the crash points, none of them armed. */
final class CrashCluster {

    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static CrashCluster begun;

    private final FaultsCluster world = FaultsCluster.made(CrashAgent::environment);

    private CrashCluster() {
        Stream.concat(world.chats().stream(), world.persisters().stream())
                .map(ServerUnderTest::node)
                .forEach(CrashAgent::letIn);
    }

    static synchronized CrashCluster whole() {
        if (begun == null) begun = new CrashCluster();
        begun.world.mend(List.of(
                begun.world.chats().getFirst(),
                begun.world.chats().getLast(),
                begun.world.persisters().getFirst()));
        return begun;
    }

    static synchronized void end() {
        if (begun != null) begun.world.close();
        begun = null;
    }

    FaultsCluster parts() {
        return world;
    }

    Node one() {
        return world.chats().getFirst().node();
    }

    Node two() {
        return world.chats().getLast().node();
    }

    /** The one that runs: whatever is stored, it stores. */
    Node persister() {
        return world.persisters().getFirst().node();
    }

    /** Arms the point, does what leads there, and sees the server die of it. */
    void dies(Node server, CrashPoint point, Runnable ofWhat) {
        CrashAgent.of(server).arm(point);
        ofWhat.run();
        isDead(server, point);
    }

    /** The same where another server may do the work instead: then the point is disarmed, and the answer is false. */
    boolean diesUnlessAnotherDoesIt(Node server, CrashPoint point, Runnable ofWhat) {
        CrashAgent.of(server).arm(point);
        ofWhat.run();
        Eventually.pause(Duration.ofSeconds(5));
        if (server.isAlive() && CrashAgent.of(server).disarm(point)) return false;
        isDead(server, point);
        return true;
    }

    private static void isDead(Node server, CrashPoint point) {
        Eventually.holds(
                PATIENCE,
                () -> assertThat(server.isAlive())
                        .as(server + " dies at " + point)
                        .isFalse());
        assertThat(server.exit()).as("the status of " + server).hasValue(CrashPoint.STATUS);
    }

    /** Everything that the log has is accounted for in the database. */
    void isStored() {
        Eventually.holds(PATIENCE, () -> {
            var next = world.rows().nextOffsets();
            world.log()
                    .ends(Log.MESSAGES)
                    .forEach((partition, end) -> assertThat(next.getOrDefault(partition, 0L))
                            .as("next_offset of partition " + partition)
                            .isEqualTo(end));
        });
    }

    void isInHistoryOnce(Person reader, long conversation, long pos) {
        for (var node : new Node[] {one(), two()}) {
            assertThat(reader.history(node, conversation, "").path("items"))
                    .as("history at " + node)
                    .filteredOn(item -> item.path("pos").asLong() == pos)
                    .hasSize(1);
        }
    }
}
