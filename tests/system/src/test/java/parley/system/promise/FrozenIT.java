package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** A node that was paused, as a suspended virtual machine is, serves again. */
@Tag("long")
class FrozenIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void a_node_that_was_frozen_for_half_a_minute_serves_again() {
        var pairs = List.of(Pair.on(cluster.one(), cluster.two()), Pair.on(cluster.two(), cluster.one()));
        var load = SendLoad.start(pairs, 20);
        load.awaitAcknowledged(100);
        cluster.one().freeze();
        Eventually.pause(Duration.ofSeconds(30));
        cluster.one().thaw();
        cluster.one().awaitReady();
        load.stop();
        try (var back = Chat.hello(cluster.one(), pairs.getFirst().ada)) {
            assertThat(back.say(pairs.getFirst().conversation, "back")
                            .path("pos")
                            .isIntegralNumber())
                    .isTrue();
        }
        pairs.forEach(Pair::close);
    }
}
