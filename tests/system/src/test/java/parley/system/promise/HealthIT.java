package parley.system.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import parley.cluster.client.Chat;
import parley.cluster.client.Cids;
import parley.cluster.client.Json;
import parley.cluster.client.Pair;
import parley.cluster.server.Eventually;
import parley.cluster.server.Node;
import parley.cluster.server.TestCluster;

/** Health checks report the state of each server, with reasons. */
class HealthIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final TestCluster cluster = TestCluster.shared();

    @Test
    void every_node_of_a_running_cluster_is_started_live_and_ready() {
        for (var node : List.of(cluster.one(), cluster.two(), cluster.persister())) {
            for (var which : List.of("started", "live", "ready")) {
                assertThat(node.health(which).status()).as(node + " " + which).isEqualTo(200);
            }
        }
    }

    @Test
    @Tag("long")
    void without_the_broker_no_server_is_ready_and_each_reports_why() {
        try (var pair = Pair.on(cluster.one(), cluster.two())) {
            pair.adaSays("before");
            cluster.broker().kill();
            try {
                for (var node : List.of(cluster.one(), cluster.two(), cluster.persister())) says_why(node);
                var refused = Chat.await(pair.adas.send(pair.conversation, Cids.now(), "into nothing"));
                Chat.err("unavailable", refused);
                assertThat(refused.path("retry").asBoolean()).isTrue();
            } finally {
                cluster.broker().comeUp();
            }
            for (var node : List.of(cluster.one(), cluster.two(), cluster.persister())) node.awaitReady();
            assertThat(pair.adas.isOpen()).isTrue();
            Eventually.holds(PATIENCE, () -> pair.adas.say(pair.conversation, "after"));
            pair.kims.one("msg", frame -> frame.path("body").asText().equals("after"));
            Stored.reaches_to_the_end_of_the_log(cluster);
        }
    }

    private static void says_why(Node node) {
        Eventually.holds(PATIENCE, () -> {
            var health = node.health("ready");
            assertThat(health.status()).as(node + " " + health.body()).isEqualTo(503);
            var reasons = Json.parse(health.body()).path("checks").findParents("status").stream()
                    .filter(check -> check.path("status").asText().equals("DOWN"))
                    .map(check -> check.path("data").toString())
                    .toList();
            assertThat(reasons).as(health.body()).isNotEmpty().allMatch(reason -> reason.contains(" "));
        });
        assertThat(node.health("live").status())
                .as(node + " is alive all the same")
                .isEqualTo(200);
    }
}
