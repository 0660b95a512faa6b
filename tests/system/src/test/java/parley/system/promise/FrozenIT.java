package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** A node that stood still (a paused machine, a long collection) and goes on: G1, G2 and G3, and it serves again. */
class FrozenIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void a_node_that_stood_still_for_half_a_minute_serves_again() {
        var pairs = List.of(Pair.on(cluster.one(), cluster.two()), Pair.on(cluster.two(), cluster.one()));
        var load = new SendLoad();
        var goesOn = new AtomicBoolean(true);
        var running =
                CompletableFuture.runAsync(() -> load.whileGoing(pairs, 20, goesOn::get), Thread::startVirtualThread);
        Eventually.holds(
                Chat.PATIENCE, () -> assertThat(load.acknowledged().size()).isGreaterThan(100));
        cluster.one().freeze();
        Eventually.pause(Duration.ofSeconds(30));
        cluster.one().thaw();
        cluster.one().awaitReady();
        goesOn.set(false);
        running.join();
        try (var back = Chat.hello(cluster.one(), pairs.getFirst().ada)) {
            assertThat(back.say(pairs.getFirst().conversation, "back")
                            .path("pos")
                            .isIntegralNumber())
                    .isTrue();
        }
        for (var pair : pairs) pair.close();
    }
}
