package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Pair;
import parley.cluster.client.SendLoad;
import parley.cluster.server.Eventually;
import parley.cluster.server.TestCluster;

/** G1 and G2 with the persister killed where it hurts most: amid its batches. */
class PersisterKilledIT {

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void a_persister_that_is_killed_amid_a_load_stores_everything_once_when_it_is_back() {
        var pairs = List.of(
                Pair.on(cluster.one(), cluster.two()),
                Pair.on(cluster.two(), cluster.one()),
                Pair.on(cluster.one(), cluster.two()));
        var load = new SendLoad();
        var goesOn = new AtomicBoolean(true);
        var running =
                CompletableFuture.runAsync(() -> load.whileGoing(pairs, 10, goesOn::get), Thread::startVirtualThread);
        for (int kill = 0; kill < 2; kill++) {
            int sofar = load.acknowledged().size();
            Eventually.holds(
                    Duration.ofSeconds(60),
                    () -> assertThat(load.acknowledged().size()).isGreaterThan(sofar + 300));
            cluster.persister().kill();
            cluster.persister().start();
            cluster.persister().awaitReady();
        }
        goesOn.set(false);
        running.join();

        assertThat(load.refused()).isEmpty();
        Stored.is_exactly_what_was_acknowledged(cluster, load);
        System.out.printf(
                "[st] PersisterKilledIT: %d messages, persister killed twice; %s%n",
                load.acknowledged().size(), load.latencies());
        pairs.forEach(Pair::close);
    }
}
