package parley.faults.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.faults.load.Crowd;
import parley.faults.load.CrowdSettings;
import parley.faults.model.Gathering;
import parley.faults.model.History;
import parley.faults.model.Model;
import parley.faults.report.Recovery;
import parley.faults.report.Report;
import parley.faults.report.RunResult;
import parley.faults.report.Timeline;
import parley.st.world.Eventually;
import parley.st.world.Log;
import parley.st.world.Node;
import parley.st.world.World;

/** A minute of many people, amid which all of them come back at once, a chat node dies, and the persister dies. */
class CrowdIT {

    private static final Path REPORTS = Path.of("target/faults");
    private static final CrowdSettings SETTINGS = CrowdSettings.small().at(Integer.getInteger("crowd.rate", 300));
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Duration WHILE = Duration.ofSeconds(Integer.getInteger("crowd.seconds", 8));

    private final World world = World.whole();
    private final long seed = Long.getLong("faults.seed", System.currentTimeMillis());
    private final History history = new History();
    private final List<Recovery> recoveries = new ArrayList<>();

    @Test
    void what_a_crowd_was_told_is_what_is_there() {
        var nodes = List.of(world.one(), world.two());
        try (var crowd = Crowd.gather(nodes, SETTINGS, history, seed);
                var timeline = new Timeline(nodes, List.of(world.persister()), history)
                        .looking(world.rows()::nextOffsets, () -> world.log().ends(Log.MESSAGES))) {
            timeline.start();
            crowd.start();
            Eventually.pause(WHILE);
            fault(timeline, "a storm of " + SETTINGS.devices(), crowd::reconnectAll, () -> requireAll(crowd));
            fault(timeline, "clients that do not read", () -> crowd.stopReading(6), () -> {});
            fault(timeline, "a chat node killed", () -> restart(world.two()), () -> requireAll(crowd));
            fault(timeline, "the persister killed", () -> restart(world.persister()), this::requireStored);
            Eventually.pause(WHILE);
            crowd.stop();
            crowd.settle();

            var gathering = new Gathering(world.log(), world.rows());
            gathering.awaitStored(PATIENCE);
            var verdict = Model.check(history, gathering.gather(crowd.pages()));
            var command = "./mvnw verify -Pfaults -pl chat-faults -Dit.test=CrowdIT -Dfaults.seed=" + seed;
            Report.write(REPORTS, RunResult.of(seed, command, SETTINGS, history, verdict, timeline, recoveries));
            assertThat(verdict.holds()).as(() -> "seed " + seed + ": " + verdict.explained()).isTrue();
            assertThat(verdict.counts().acknowledged()).isPositive();
            assertThat(verdict.counts().compared()).isGreaterThan(verdict.counts().messages());
        }
    }

    private void fault(Timeline timeline, String name, Runnable make, Eventually.Assertion recovered) {
        timeline.mark(name, true);
        make.run();
        long over = System.nanoTime();
        Eventually.holds(PATIENCE, recovered);
        recoveries.add(new Recovery(name, (System.nanoTime() - over) / 1e9));
        timeline.mark(name, false);
        Eventually.pause(WHILE);
    }

    private static void restart(Node node) {
        node.kill();
        node.start();
        node.awaitReady();
    }

    private void requireAll(Crowd crowd) {
        int connected = crowd.connected();
        if (connected < SETTINGS.devices()) throw new AssertionError(connected + " are connected: " + history.counts());
    }

    private void requireStored() {
        var next = world.rows().nextOffsets();
        long lag = world.log().ends(Log.MESSAGES).entrySet().stream()
                .mapToLong(end -> end.getValue() - next.getOrDefault(end.getKey(), 0L))
                .sum();
        if (lag > SETTINGS.messagesPerSecond()) throw new AssertionError("the lag is " + lag);
    }
}
