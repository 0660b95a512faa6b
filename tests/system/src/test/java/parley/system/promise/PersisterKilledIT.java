package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.TestCluster;

/** G1 and G2 when the persister is killed under load, between and during its batches. */
@Tag("long")
class PersisterKilledIT {

    /** Keeps batches of every conversation under way while the persister has enough CPU to start again. */
    private static final int PAUSE_MILLIS = 40;

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void a_persister_that_is_killed_under_load_stores_every_message_once_after_its_restart() {
        var pairs = List.of(
                Pair.on(cluster.one(), cluster.two()),
                Pair.on(cluster.two(), cluster.one()),
                Pair.on(cluster.one(), cluster.two()));
        var load = SendLoad.start(pairs, PAUSE_MILLIS);
        for (int kill = 0; kill < 2; kill++) {
            load.awaitAcknowledged(300);
            cluster.persister().kill();
            cluster.persister().comeUp();
        }
        load.stop();

        assertThat(load.refused()).isEmpty();
        Stored.is_exactly_what_was_acknowledged(cluster, load);
        System.out.printf(
                "[st] PersisterKilledIT: %d messages, persister killed twice; %s%n",
                load.acknowledged().size(), load.latencies());
        pairs.forEach(Pair::close);
    }
}
